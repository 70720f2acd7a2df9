//! The schema speaks of what the engine has. Whole documents are held against it by tests/browser/schema.test.mjs,
//! because a validator of JSON Schema takes minutes to compile and Node has one at hand.
#![cfg(not(target_arch = "wasm32"))]

use lede::analysis::{
    BlockKind, Confidence, CueClass, DatePrecision, EntityKind, MentionForm, Polarity, QuotationKind, SpeakerStatus,
};
use lede::export::json::{Options, document};
use lede::export::offsets::Unit;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

fn schema() -> Value {
    serde_json::from_str(include_str!("../schema/analysis-1.schema.json")).expect("the schema is JSON")
}

fn keys(value: &Value) -> Vec<String> {
    let mut keys: Vec<String> = value.as_object().expect("an object").keys().cloned().collect();
    keys.sort();
    keys
}

#[test]
fn a_document_has_the_fields_of_the_schema_and_no_others() {
    let text = "Arlen\n\nLONDON, Feb 3 (Reuters) — “We start Monday,” Ilse Moor said on Monday.";
    let options = Options {
        id: None,
        unit: Unit::CodePoint,
        with_text: false,
    };
    let document: Value = serde_json::from_str(&document(text, &lede::analyze(text), &options)).expect("it is JSON");
    let schema = schema();
    assert_eq!(keys(&document), keys(&schema["properties"]));
    for (list, name) in [
        ("blocks", "block"),
        ("sentences", "sentence"),
        ("entities", "entity"),
        ("mentions", "mention"),
        ("quotations", "quotation"),
    ] {
        let first = document[list].get(0).unwrap_or_else(|| panic!("one of {list}"));
        assert_eq!(keys(first), keys(&schema["$defs"][name]["properties"]), "{name}");
    }
}

#[test]
fn every_field_is_required() {
    let schema = schema();
    let objects = std::iter::once(&schema).chain(schema["$defs"].as_object().expect("definitions").values());
    for object in objects.filter(|o| o.get("properties").is_some()) {
        let mut required: Vec<String> = serde_json::from_value(object["required"].clone()).expect("names");
        required.sort();
        assert_eq!(required, keys(&object["properties"]));
    }
}

/// Each word that the schema lists is one of the engine's, and `last`, the engine's last, is the schema's last.
fn check<T: DeserializeOwned + Serialize>(path: &str, last: T) {
    let schema = schema();
    let words = schema.pointer(path).unwrap_or_else(|| panic!("{path} is there"));
    let words = words.as_array().expect("a list");
    for word in words {
        assert!(serde_json::from_value::<T>(word.clone()).is_ok(), "{word} in {path}");
    }
    assert_eq!(words.last(), serde_json::to_value(last).ok().as_ref(), "{path}");
}

#[test]
fn listed_values_are_the_engine_s() {
    check("/$defs/block/properties/kind/enum", BlockKind::Other);
    check("/$defs/entity_kind/enum", EntityKind::Other);
    check("/$defs/mention/properties/form/enum", MentionForm::Pronoun);
    check("/$defs/quotation/properties/kind/enum", QuotationKind::Thought);
    check("/$defs/quotation/properties/confidence/enum", Confidence::Weak);
    check("/$defs/cue/properties/class/enum", CueClass::Thought);
    check("/$defs/cue/properties/polarity/enum", Polarity::Hypothetical);
    check("/$defs/speaker/properties/status/enum", SpeakerStatus::Unknown);
    check("/$defs/date/properties/precision/enum", DatePrecision::Unknown);
}
