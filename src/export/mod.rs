//! The analysis written down for others. Exporters read the analysis and change nothing.

pub mod json;
pub mod offsets;
