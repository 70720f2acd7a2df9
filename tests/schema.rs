//! The schema and the engine list the same fields and the same words, neither more. That whole documents keep to the
//! schema is shown by tests/browser/schema.test.mjs, because a validator of JSON Schema takes minutes to compile and Node
//! has one at hand.
#![cfg(not(target_arch = "wasm32"))]

use std::collections::BTreeSet;

use lede::analysis::{
    AttributionRule, BlockKind, Confidence, CueClass, DatePrecision, EntityKind, MentionForm, MentionRule, NoteCode,
    Polarity, QuotationKind, Sign, SpeakerStatus,
};
use lede::export::json::{Options, document};
use lede::export::offsets::Unit;
use serde::de::value::Error;
use serde::de::{DeserializeOwned, Deserializer, Visitor};
use serde::forward_to_deserialize_any;
use serde_json::Value;

/// An article with one thing of every sort.
const ARTICLE: &str = "POLITICS

Port union rejects plan for longer shifts

Leaders to meet again on Friday as ships wait outside the harbour

By Ana Ruiz, Harbour correspondent

3 February 2025

ARLEN, Feb 3 (Reuters) — “We start Monday,” Ilse Moor said in a statement on Monday.

“It is over,” she told reporters. “Be there.";

fn schema() -> Value {
    serde_json::from_str(include_str!("../schema/analysis-1.schema.json")).expect("the schema is JSON")
}

fn keys(value: &Value) -> BTreeSet<&str> {
    value
        .as_object()
        .expect("an object")
        .keys()
        .map(String::as_str)
        .collect()
}

#[test]
fn a_document_has_the_fields_of_the_schema_and_no_others() {
    let options = Options {
        id: None,
        unit: Unit::CodePoint,
        with_text: false,
    };
    let json = document(ARTICLE, &lede::analyze(ARTICLE), &options);
    let document: Value = serde_json::from_str(&json).expect("it is JSON");
    let schema = schema();
    let mut seen = BTreeSet::new();
    same_fields(&schema, &schema, &document, &mut seen);

    let definitions = schema["$defs"].as_object().expect("definitions");
    let objects = definitions
        .iter()
        .filter(|(name, part)| part.get("properties").is_some() && *name != "error")
        .map(|(name, _)| name.clone());
    let unseen: Vec<String> = objects.filter(|name| !seen.contains(name)).collect();
    assert!(unseen.is_empty(), "the article of this test has none of {unseen:?}");
}

/// Every object within `value` has exactly the fields that its part of the schema has. `seen`: the definitions used.
fn same_fields(schema: &Value, part: &Value, value: &Value, seen: &mut BTreeSet<String>) {
    if let Some(name) = part["$ref"].as_str() {
        let name = name.strip_prefix("#/$defs/").expect("a definition");
        if value.is_object() {
            seen.insert(name.to_string());
        }
        same_fields(schema, &schema["$defs"][name], value, seen);
    } else if let Some(either) = part["anyOf"].as_array() {
        // Something or null.
        let something = &either[0];
        if !value.is_null() {
            same_fields(schema, something, value, seen);
        }
    } else if let Some(values) = value.as_array() {
        values
            .iter()
            .for_each(|value| same_fields(schema, &part["items"], value, seen));
    } else if value.is_object() {
        assert_eq!(keys(value), keys(&part["properties"]));
        for (key, value) in value.as_object().expect("an object") {
            same_fields(schema, &part["properties"][key], value, seen);
        }
    }
}

#[test]
fn every_field_is_required() {
    let schema = schema();
    let objects = std::iter::once(&schema).chain(schema["$defs"].as_object().expect("definitions").values());
    for object in objects.filter(|o| o.get("properties").is_some()) {
        let required = object["required"].as_array().expect("names");
        let required: BTreeSet<&str> = required.iter().filter_map(Value::as_str).collect();
        assert_eq!(required, keys(&object["properties"]));
    }
}

#[test]
fn the_schema_lists_every_word_of_the_engine_and_no_others() {
    let schema = schema();
    let check = |path: &str, engine: &[&str]| {
        let listed = schema.pointer(path).and_then(Value::as_array);
        let listed = listed.unwrap_or_else(|| panic!("no list at {path}"));
        let listed: Vec<&str> = listed.iter().map(|word| word.as_str().expect("a word")).collect();
        assert_eq!(listed, engine, "{path} and the engine differ");
    };
    check("/$defs/block_kind/enum", words::<BlockKind>());
    check("/$defs/sign/examples", words::<Sign>());
    check("/$defs/entity_kind/enum", words::<EntityKind>());
    check("/$defs/mention/properties/form/enum", words::<MentionForm>());
    check("/$defs/mention_rule/examples", words::<MentionRule>());
    check("/$defs/quotation/properties/kind/enum", words::<QuotationKind>());
    check("/$defs/quotation/properties/confidence/enum", words::<Confidence>());
    check("/$defs/attribution_rule/examples", words::<AttributionRule>());
    check("/$defs/cue/properties/class/enum", words::<CueClass>());
    check("/$defs/cue/properties/polarity/enum", words::<Polarity>());
    check("/$defs/speaker/properties/status/enum", words::<SpeakerStatus>());
    check("/$defs/date/properties/precision/enum", words::<DatePrecision>());
    check("/$defs/note/properties/code/enum", words::<NoteCode>());
}

/// The names of all variants of an enum, as they are written in a document. Serde knows them: what an enum reads itself
/// from is told the names that it accepts.
fn words<T: DeserializeOwned>() -> &'static [&'static str] {
    struct Listen<'a>(&'a mut &'static [&'static str]);

    impl<'de> Deserializer<'de> for Listen<'_> {
        type Error = Error;

        fn deserialize_enum<V: Visitor<'de>>(
            self,
            _name: &'static str,
            variants: &'static [&'static str],
            visitor: V,
        ) -> Result<V::Value, Error> {
            *self.0 = variants;
            self.deserialize_any(visitor)
        }

        fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
            visitor.visit_unit()
        }

        forward_to_deserialize_any! {
            bool i8 i16 i32 i64 u8 u16 u32 u64 f32 f64 char str string bytes byte_buf option unit unit_struct
            newtype_struct seq tuple tuple_struct map struct identifier ignored_any
        }
    }

    let mut variants: &[&str] = &[];
    assert!(T::deserialize(Listen(&mut variants)).is_err(), "a unit is no word");
    variants
}
