//! The analysis written down for others. Exporters read the analysis and change nothing.

pub mod csv;
pub mod json;
pub mod markdown;
pub mod offsets;
