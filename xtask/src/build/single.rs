//! The form in one file, `lede.html`: opens from the disk, loads nothing, and its policy lets nothing out.

use std::fs;
use std::path::Path;

use anyhow::{Result, bail};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha256};

use super::html::{self, Filling};
use super::{Parts, gzip};

/// Writes `dist/lede.html`.
pub fn write(parts: &Parts, dist: &Path) -> Result<()> {
    let boot = format!("{}\n{}", parts.script("single.js")?, parts.script("boot.js")?);
    let worker = parts.script("worker.js")?;
    let module = BASE64_STANDARD.encode(gzip(&parts.module)?);
    let icon = BASE64_STANDARD.encode(parts.script("icons/lede.svg")?);
    for script in [&parts.glue, &boot, &worker] {
        if script.to_lowercase().contains("</script") || script.contains("<!--") {
            bail!("a script holds words that end or break a script element");
        }
    }
    if parts.style.to_lowercase().contains("</style") {
        bail!("style.css holds words that end a style element");
    }
    let policy = format!(
        "default-src 'none'; script-src {} {} 'wasm-unsafe-eval'; style-src {}; connect-src 'none'; img-src data:; \
        worker-src blob:; base-uri 'none'; form-action 'none'",
        source(&parts.glue),
        source(&boot),
        source(&parts.style),
    );
    let page = html::fill(
        &parts.page,
        &Filling {
            policy: &policy,
            style: &format!("<style>{}</style>", parts.style),
            links: &format!("<link rel=\"icon\" href=\"data:image/svg+xml;base64,{icon}\">"),
            scripts: &format!(
                "<script type=\"application/gzip+base64\" id=\"lede-module\">{module}</script>\n\
                <script type=\"text/plain\" id=\"lede-worker\">{worker}</script>\n\
                <script id=\"lede-glue\">{}</script>\n\
                <script>{boot}</script>",
                parts.glue
            ),
        },
    )?;
    fs::write(dist.join("lede.html"), page)?;
    Ok(())
}

/// The policy's word for one inline script or style: the hash of exactly what stands between its tags.
fn source(content: &str) -> String {
    format!("'sha256-{}'", BASE64_STANDARD.encode(Sha256::digest(content)))
}
