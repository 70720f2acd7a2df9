//! What stays on this device, and only where the user asked for it.

use web_sys::Storage;

use super::dom;

const REMEMBER: &str = "lede.remember";
const TEXT: &str = "lede.text";

/// Longer texts do not fit into what browsers give a page.
const LONGEST: usize = 2_000_000;

/// None where the browser gives this page no storage.
fn storage() -> Option<Storage> {
    dom::window().local_storage().ok().flatten()
}

pub fn remembers() -> bool {
    item(REMEMBER).is_some()
}

/// The text of the last visit, where it was to be remembered.
pub fn text() -> Option<String> {
    remembers().then(|| item(TEXT)).flatten()
}

fn item(key: &str) -> Option<String> {
    storage()?.get_item(key).ok().flatten()
}

/// Keeps the text. Returns false where it cannot be kept.
pub fn keep(text: &str) -> bool {
    if text.len() > LONGEST {
        forget_text();
        return false;
    }
    storage().is_some_and(|s| s.set_item(REMEMBER, "yes").is_ok() && s.set_item(TEXT, text).is_ok())
}

fn forget_text() {
    if let Some(storage) = storage() {
        let _ = storage.remove_item(TEXT);
    }
}

/// Leaves nothing of the page on this device.
pub fn forget() {
    if let Some(storage) = storage() {
        let _ = storage.remove_item(REMEMBER);
        let _ = storage.remove_item(TEXT);
    }
}
