//! The weights of the decision: a table that a person can read (models/who.txt), learned by `cargo xtask train who`.

use std::fmt::Write as _;
use std::sync::LazyLock;

use super::features::{FEATURES, Feature, SIGNS, SITUATIONS, Sign, Situation};

/// Learned weights: one row a feature; the first column always counts, one more by the situation.
#[derive(Clone, Debug, PartialEq)]
pub struct Weights {
    rows: Vec<[f32; COLUMNS]>,
    /// By which a decision is right: of words in marks, and of a reported clause.
    signs: Vec<[f32; SURE.len()]>,
    /// From these probabilities a speaker is certain, and likely.
    pub certain: [f32; SURE.len()],
    pub likely: [f32; SURE.len()],
    /// From this probability a reported clause is one.
    pub keep: f32,
}

pub const COLUMNS: usize = SITUATIONS.len() + 1;

/// What stands above the tables.
const HEAD: &str = "\
# Who said it: weights of the decision (src/who/), made by `cargo xtask train DIR --who` and never by hand; see README.md.
# certain, likely: from these probabilities an answer is called so, for words in marks and for reported clauses (2: never).
# keep: a clause that is right with less than this probability is left out.
";

/// The columns of the second table.
pub const SURE: [&str; 2] = ["marked", "clause"];

static LEARNED: LazyLock<Weights> = LazyLock::new(|| Weights::read(include_str!("../../models/who.txt")));

impl Default for Weights {
    /// Weights that decide nothing: every claim stands.
    fn default() -> Weights {
        Weights {
            rows: vec![[0.0; COLUMNS]; FEATURES.len()],
            signs: vec![[0.0; SURE.len()]; SIGNS.len()],
            certain: [2.0; SURE.len()],
            likely: [2.0; SURE.len()],
            keep: 0.0,
        }
    }
}

impl Weights {
    /// The weights in models/.
    pub fn learned() -> &'static Weights {
        &LEARNED
    }

    /// Of both columns that count.
    pub(super) fn of(&self, feature: Feature, situation: Situation) -> f32 {
        let row = &self.rows[feature as usize];
        row[0] + row[situation as usize + 1]
    }

    pub fn set(&mut self, feature: usize, column: usize, weight: f32) {
        self.rows[feature][column] = weight;
    }

    /// The probability that a decision is right.
    pub(super) fn right(&self, signs: &[Sign], column: usize) -> f32 {
        let sum: f32 = signs.iter().map(|&s| self.signs[s as usize][column]).sum();
        1.0 / (1.0 + (-(sum + self.signs[Sign::Always as usize][column])).exp())
    }

    pub fn set_sign(&mut self, sign: usize, column: usize, weight: f32) {
        self.signs[sign][column] = weight;
    }

    /// Reads the tables; rows and columns that the program does not know are passed over.
    pub fn read(tables: &str) -> Weights {
        let mut weights = Weights::default();
        let mut columns: Vec<Option<usize>> = Vec::new();
        let mut of_signs = false;
        for line in tables.lines().filter(|l| !l.starts_with('#')) {
            let mut cells = line.split_whitespace();
            let Some(name) = cells.next() else { continue };
            let values = || cells.clone().map(|c| c.parse().unwrap_or(2.0));
            match name {
                "certain" => weights.certain.iter_mut().zip(values()).for_each(|(to, v)| *to = v),
                "likely" => weights.likely.iter_mut().zip(values()).for_each(|(to, v)| *to = v),
                "keep" => weights.keep = values().next().unwrap_or(0.0),
                "feature" | "sign" => {
                    of_signs = name == "sign";
                    let column = |c: &str| match c {
                        _ if of_signs => SURE.iter().position(|n| *n == c),
                        "always" => Some(0),
                        _ => SITUATIONS.iter().position(|(n, _)| *n == c).map(|i| i + 1),
                    };
                    columns = cells.map(column).collect();
                }
                _ => {
                    let row: &mut [f32] = if of_signs {
                        let Some(row) = SIGNS.iter().position(|(n, _)| *n == name) else {
                            continue;
                        };
                        &mut weights.signs[row]
                    } else {
                        let Some(row) = FEATURES.iter().position(|(n, _)| *n == name) else {
                            continue;
                        };
                        &mut weights.rows[row]
                    };
                    for (column, cell) in columns.iter().zip(cells) {
                        if let (Some(column), Ok(weight)) = (column, cell.parse()) {
                            row[*column] = weight;
                        }
                    }
                }
            }
        }
        weights
    }

    /// The tables as text; what counts less than a twentieth is left out.
    pub fn write(&self) -> String {
        let mut out = String::from(HEAD);
        let both = |v: [f32; SURE.len()]| v.map(|v| format!("{v:.3}")).join(" ");
        let _ = writeln!(
            out,
            "certain {}\nlikely {}\nkeep {:.3}\n",
            both(self.certain),
            both(self.likely),
            self.keep
        );
        let names = ["always"].into_iter().chain(SITUATIONS.iter().map(|(n, _)| *n));
        table(
            &mut out,
            "feature",
            names,
            self.rows.iter().zip(FEATURES).map(|(r, (n, _))| (*n, &r[..])),
        );
        out.push('\n');
        table(
            &mut out,
            "sign",
            SURE.into_iter(),
            self.signs.iter().zip(SIGNS).map(|(r, (n, _))| (*n, &r[..])),
        );
        out
    }
}

fn table<'a>(
    out: &mut String,
    what: &str,
    columns: impl Iterator<Item = &'a str>,
    rows: impl Iterator<Item = (&'a str, &'a [f32])>,
) {
    let _ = write!(out, "{what:22}");
    for name in columns {
        let _ = write!(out, " {name:>9}");
    }
    for (name, row) in rows.filter(|(_, row)| row.iter().any(|w| w.abs() >= 0.05)) {
        let _ = write!(out, "\n{name:22}");
        for w in row {
            if w.abs() < 0.05 {
                let _ = write!(out, " {:>9}", "-");
            } else {
                let _ = write!(out, " {w:>9.2}");
            }
        }
    }
    out.push('\n');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_are_written_as_they_are_read() {
        let file = include_str!("../../models/who.txt");
        assert_eq!(Weights::learned().write(), file);
    }
}
