//! Measures of length, area, weight, volume, heat, speed, power and memory: "12 km", "30ft", "4 million tonnes".

use super::{Number, Stretch};

/// The end of the measure that the number begins.
pub(super) fn after(line: Stretch, number: &Number) -> Option<usize> {
    if !number.glued.is_empty() {
        return is_unit(number.glued).then_some(number.end);
    }
    let mut at = number.end + usize::from(line.form(number.end) == "-");
    at += usize::from(matches!(
        line.form(at),
        "square" | "cubic" | "nautical" | "metric" | "sq"
    ));
    is_unit(line.form(at)).then_some(at + 1)
}

fn is_unit(form: &str) -> bool {
    matches!(
        form,
        "km" | "kilometre"
            | "kilometres"
            | "kilometer"
            | "kilometers"
            | "kms"
            | "mile"
            | "miles"
            | "metre"
            | "metres"
            | "meter"
            | "meters"
            | "cm"
            | "centimetres"
            | "centimeters"
            | "mm"
            | "millimetres"
            | "millimeters"
            | "foot"
            | "feet"
            | "ft"
            | "inch"
            | "inches"
            | "yard"
            | "yards"
            | "acre"
            | "acres"
            | "hectare"
            | "hectares"
            | "km2"
            | "kg"
            | "kilo"
            | "kilos"
            | "kilogram"
            | "kilograms"
            | "gram"
            | "grams"
            | "mg"
            | "tonne"
            | "tonnes"
            | "ton"
            | "tons"
            | "ounce"
            | "ounces"
            | "oz"
            | "lb"
            | "lbs"
            | "litre"
            | "litres"
            | "liter"
            | "liters"
            | "ml"
            | "gallon"
            | "gallons"
            | "barrel"
            | "barrels"
            | "bushels"
            | "degrees"
            | "mph"
            | "kph"
            | "km/h"
            | "kmh"
            | "knots"
            | "watts"
            | "kw"
            | "mw"
            | "gw"
            | "kwh"
            | "mwh"
            | "gwh"
            | "megawatts"
            | "gigawatts"
            | "kilowatts"
            | "megabytes"
            | "gigabytes"
            | "gb"
            | "tb"
    )
}
