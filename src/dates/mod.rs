//! Dates and times: in lines that hold nothing else, in bylines, datelines and captions, in the running text.

mod begins;
mod day;
mod items;
mod line;
mod text;
mod window;
mod written;

pub use begins::{dateline_end, opens_byline_date, opens_with_weekday, tells_day};
pub use day::Day;
pub use line::{Timestamp, date_in_line, timestamp_line};
pub use text::{full_day, in_text, is_period_code};
