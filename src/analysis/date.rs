//! When something was or will be.

use serde::{Deserialize, Serialize};

use super::Span;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Date {
    pub span: Span,
    /// ISO 8601, normalised against the day of publication or the dateline; None where that is not known.
    /// What lasts several days, months or years is an interval: "2024-07/2024-09".
    pub iso: Option<String>,
    pub precision: DatePrecision,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DatePrecision {
    Time,
    Day,
    Week,
    Month,
    Year,
    Unknown,
}
