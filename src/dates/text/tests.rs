//! Dates of running text.

use super::*;
use crate::text;

/// The dates of a text published on Thursday, 6 February 2025, as `words = ISO`, with the precision where it is no day.
#[track_caller]
fn check(source: &str, expected: &str) {
    let text = text::read(source, &[]);
    let dates = in_text(&text, Day::new(2025, 2, 6), |_| true, |_| false);
    let got: Vec<String> = dates
        .iter()
        .map(|d| {
            let precision = match d.precision {
                DatePrecision::Day => String::new(),
                p => format!(" {p:?}"),
            };
            format!("{} = {}{precision}", d.span.of(source), d.iso.as_deref().unwrap_or("?"))
        })
        .collect();
    assert_eq!(got.join("; "), expected, "\nin: {source}\n");
}

#[test]
fn full_dates_need_nothing_else() {
    check(
        "It closed on 3 February 2020, opened on March 4, 2021, and fell on 2022-05-06.",
        "on 3 February 2020 = 2020-02-03; on March 4, 2021 = 2021-03-04; on 2022-05-06 = 2022-05-06",
    );
}

#[test]
fn weekdays_are_those_before_unless_the_sentence_looks_ahead() {
    check(
        "She left on Monday. They will meet on Friday. He spoke last Thursday. The vote is next Tuesday evening.",
        "on Monday = 2025-02-03; on Friday = 2025-02-07; last Thursday = 2025-01-30; next Tuesday evening = 2025-02-11",
    );
}

#[test]
fn a_day_without_its_year_is_the_nearest() {
    check(
        "The ship sank on Dec. 30 and was raised on 1 March.",
        "on Dec. 30 = 2024-12-30; on 1 March = 2025-03-01",
    );
}

#[test]
fn months_and_years() {
    check(
        "In July 2019 it began. It ended in November. It may march on since 2021.",
        "July 2019 = 2019-07 Month; November = 2024-11 Month; 2021 = 2021 Year",
    );
}

#[test]
fn relative_days_weeks_months_and_years() {
    check(
        "Today she spoke, yesterday he did. Last week it rained; three weeks ago too. Next month and last year are far.",
        "Today = 2025-02-06; yesterday = 2025-02-05; Last week = 2025-W05 Week; three weeks ago = 2025-W03 Week; \
         Next month = 2025-03 Month; last year = 2024 Year",
    );
}

#[test]
fn times_of_day() {
    check(
        "It began at 9.30 a.m. and ended at 3pm, 15:00 GMT.",
        "9.30 a.m. = T09:30 Time; 3pm = T15:00 Time; 15:00 GMT = T15:00 Time",
    );
}

#[test]
fn numbers_and_other_words_are_no_dates() {
    check(
        "The 2000 people sat in the sun and may march. It cost 10.50 in all.",
        "",
    );
}

#[test]
fn days_of_one_month_are_read_whole() {
    check(
        "The fair runs June 3-5. Trains stop on 6, 7 and 8 July.",
        "June 3-5 = 2025-06-03/2025-06-05; on 6, 7 and 8 July = 2025-07-06/2025-07-08",
    );
    check(
        "It met on May 3, 5 and 9. The gates shut between 10 and 14 August 2023.",
        "on May 3, 5 and 9 = ?; 10 and 14 August 2023 = 2023-08-10/2023-08-14",
    );
    check(
        "From April 3 to 9, 2021, it ran, and again on March 1st and 2nd.",
        "April 3 to 9, 2021 = 2021-04-03/2021-04-09; on March 1st and 2nd = 2025-03-01/2025-03-02",
    );
    // A number that counts is no day.
    check(
        "On May 3, 12 people died. It took May 3 and 5 people.",
        "On May 3 = 2025-05-03; May 3 = 2025-05-03",
    );
}

#[test]
fn a_range_of_days_does_not_run_backwards() {
    check(
        "The lido opens 26 July - 22 August.",
        "26 July = 2025-07-26; 22 August = 2025-08-22",
    );
    check(
        "Shut from 28 December to 3 January.",
        "28 December = 2024-12-28; 3 January = 2025-01-03",
    );
    check(
        "Between May 3 and June 5, 2021, ships waited.",
        "May 3 = 2021-05-03; June 5, 2021 = 2021-06-05",
    );
}

#[test]
fn lists_and_ranges_of_months() {
    check(
        "Branches closed in April, June and Sept. It ran from May to November 2023.",
        "April = 2024-04 Month; June = 2024-06 Month; Sept = 2024-09 Month; May = 2023-05 Month; \
         November 2023 = 2023-11 Month",
    );
    check(
        "It is closed December through February, and from March to mid-April.",
        "December = 2024-12 Month; February = 2025-02 Month; March = 2024-03 Month; mid-April = 2024-04 Month",
    );
    check(
        "May, July and September were dry. The March election was held late last May.",
        "May = 2024-05 Month; July = 2024-07 Month; September = 2024-09 Month; March = 2024-03 Month; May = 2024-05 Month",
    );
    check(
        "It fell in March last year and in May of this year.",
        "March last year = 2024-03 Month; May of this year = 2025-05 Month",
    );
}

#[test]
fn people_and_marches_are_no_months() {
    check(
        "May will go. The march went through August Street. “It is late,” March said.",
        "",
    );
    check("In June, May said so.", "June = 2024-06 Month");
    check("He lives in June Street.", "");
    check("June Hart and April Stone walked on. She may sing.", "");
}

#[test]
fn ranges_of_weekdays_are_read_whole_and_have_no_day() {
    check(
        "The office opens Monday to Friday, the shop Wednesday-Sunday. It met between Tuesday and Thursday.",
        "Monday to Friday = ?; Wednesday-Sunday = ?; Tuesday and Thursday = ?",
    );
}

#[test]
fn named_days_are_no_weekdays() {
    check(
        "Black Friday sales rose. On Bloody Sunday they met, on Super Tuesday they did not.",
        "",
    );
    check(
        "It was Good Friday, not Easter Monday. Sheffield Wednesday won on Wednesday.",
        "on Wednesday = 2025-02-05",
    );
    check(
        "Jon Ade told Reuters Monday. He left early Friday.",
        "Monday = 2025-02-03; Friday = 2025-01-31",
    );
}

#[test]
fn days_in_figures() {
    check(
        "It lasted from 03/22/2021 11:00 until 02/02/2023.",
        "03/22/2021 = 2021-03-22; 11:00 = T11:00 Time; 02/02/2023 = 2023-02-02",
    );
    check(
        "The report of 25.12.2024 was filed on 28/02/2023 and 2021/06/07.",
        "25.12.2024 = 2024-12-25; on 28/02/2023 = 2023-02-28; 2021/06/07 = 2021-06-07",
    );
    check("Section 4.2.1, 50/50, 24/7, 6-3, 10-12-14 and 1/2.", "");
}

#[test]
fn figures_that_may_be_read_two_ways_follow_the_text() {
    check("It opened on 5/3/2024.", "on 5/3/2024 = ?");
    check(
        "It opened on 5/3/2024 and shut on 12/25/2024.",
        "on 5/3/2024 = 2024-05-03; on 12/25/2024 = 2024-12-25",
    );
    check(
        "It opened on 5/3/2024 and shut on 25 December 2024.",
        "on 5/3/2024 = 2024-03-05; on 25 December 2024 = 2024-12-25",
    );
    check(
        "It opened on 5/3/2024 and shut on May 9, 2024.",
        "on 5/3/2024 = 2024-05-03; on May 9, 2024 = 2024-05-09",
    );
}

#[test]
fn quarters_and_halves() {
    check(
        "Profit rose in the third quarter of 2024. In Q1 2025 it fell, in 4Q23 too. 2022 Q2 was fine.",
        "third quarter of 2024 = 2024-07/2024-09 Month; Q1 2025 = 2025-01/2025-03 Month; 4Q23 = 2023-10/2023-12 Month; \
         2022 Q2 = 2022-04/2022-06 Month",
    );
    check(
        "In the first half of 2023 and the second half of last year it grew; H1 2024 and second-quarter 2023 were weak.",
        "first half of 2023 = 2023-01/2023-06 Month; second half of last year = 2024-07/2024-12 Month; \
         H1 2024 = 2024-01/2024-06 Month; second-quarter 2023 = 2023-04/2023-06 Month",
    );
    check(
        "Sales in Q3 and Q4 2024 fell.",
        "Q3 = 2024-07/2024-09 Month; Q4 2024 = 2024-10/2024-12 Month",
    );
    // A game has quarters and halves.
    check("He scored in the second half and led after the first quarter.", "");
}

#[test]
fn fiscal_years() {
    check(
        "Fiscal year 2024 ended; FY25 began. In fiscal 2023 and the 2022-23 financial year it lost.",
        "Fiscal year 2024 = ? Year; FY25 = ? Year; fiscal 2023 = ? Year; 2022-23 financial year = ? Year",
    );
    check(
        "Tax year 2023-24 was bad, FY 2022 was not, nor the first half of fiscal 2025.",
        "Tax year 2023-24 = ? Year; FY 2022 = ? Year; first half of fiscal 2025 = ? Month",
    );
}

#[test]
fn decades() {
    check(
        "In the 1990s, the early ’80s and the mid-1970s it was empty, as in the late fifties.",
        "1990s = 1990/1999 Year; early ’80s = 1980/1989 Year; mid-1970s = 1970/1979 Year; \
         late fifties = 1950/1959 Year",
    );
    check("She is in her eighties. Highs in the 80s. In his sixties he came.", "");
}

#[test]
fn bare_years() {
    check(
        "It was 1984 when it closed. The year was 1912. It was 1953, and in 2012, 2016 and 2020 too.",
        "1984 = 1984 Year; 1912 = 1912 Year; 1953 = 1953 Year; 2012 = 2012 Year; 2016 = 2016 Year; 2020 = 2020 Year",
    );
    check(
        "The 2019 flood, the 2024-25 season, Ada Smith (1931-2004), the class of ’99, from 1914 to 1918.",
        "2019 = 2019 Year; 2024-25 = 2024/2025 Year; 1931-2004 = 1931/2004 Year; ’99 = 1999 Year; 1914 = 1914 Year; \
         1918 = 1918 Year",
    );
}

#[test]
fn sums_titles_flights_and_addresses_are_no_years() {
    check(
        "She read “1984”. Orwell's 1984 cost $1,984, then 1,984 dollars, then 2000 euros.",
        "",
    );
    check(
        "Flight 1989 left for 1600 Pennsylvania Avenue, by 1990 Oak Road, with 2000 men.",
        "",
    );
    check(
        "He ran the 1500 metres at 1999 Main Street. Room 2015. It was 1984 metres long.",
        "",
    );
}

#[test]
fn noon_midnight_and_clocks_of_24_hours() {
    check(
        "It opens at noon and runs until midnight. The midnight train left at 1430 GMT, by 1800 GMT it was over.",
        "noon = T12:00 Time; midnight = T00:00 Time; 1430 GMT = T14:30 Time; 1800 GMT = T18:00 Time",
    );
    check(
        "Open 9-11am and 7 to 9 p.m. daily; at 5 a.m. local time, 3 p.m. Eastern, 10 o'clock and 12 noon.",
        "9-11am = ? Time; 7 to 9 p.m. = ? Time; 5 a.m. local time = T05:00 Time; 3 p.m. Eastern = T15:00 Time; \
         10 o'clock = ? Time; 12 noon = T12:00 Time",
    );
    check("He won in 10:15 minutes after 2000 hours of work.", "");
}

#[test]
fn days_of_this_and_other_months_weekends_and_vague_times() {
    check(
        "Hours end on the 1st of next month, not the 20th of last month or the 5th of this month.",
        "1st of next month = 2025-03-01; 20th of last month = 2025-01-20; 5th of this month = 2025-02-05",
    );
    check(
        "Prices held over the weekend and last summer, a few weeks ago, decades ago; half a year ago they fell.",
        "over the weekend = ? Unknown; last summer = ? Unknown; a few weeks ago = ? Unknown; decades ago = ? Unknown",
    );
    check(
        "The day before yesterday it rained. Tomorrow morning it may.",
        "The day before yesterday = 2025-02-04; Tomorrow morning = 2025-02-07",
    );
}
