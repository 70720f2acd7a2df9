//! `cargo xtask build`: the engine and the page as WebAssembly, in the two forms that `dist/` holds.

mod hosted;
mod html;
mod single;
pub mod wasm;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

use crate::shell;
pub use wasm::add_target;

/// What both forms are made of.
struct Parts {
    /// `index.html` as its authors wrote it.
    page: String,
    style: String,
    /// JavaScript that ties the module to the browser: defines the global `wasm_bindgen`.
    glue: String,
    module: Vec<u8>,
    /// The folder of scripts, icons and manifest.
    public: PathBuf,
}

impl Parts {
    fn script(&self, name: &str) -> Result<String> {
        read(&self.public.join(name))
    }
}

pub fn command(mut arguments: lexopt::Parser) -> Result<()> {
    let mut dev = false;
    while let Some(argument) = arguments.next()? {
        match argument {
            lexopt::Arg::Long("dev") => dev = true,
            other => return Err(other.unexpected().into()),
        }
    }
    let dist = build(dev)?;
    for (name, bytes, packed) in sizes(&dist)? {
        println!("{bytes:>9} bytes, {packed:>9} gzipped  {name}");
    }
    println!(
        "{} opens from the disk; the rest of {} is for a web server",
        dist.join("lede.html").display(),
        dist.display()
    );
    Ok(())
}

/// Writes `dist/` anew and returns its path. `dev`: compiled quickly rather than to run quickly.
pub fn build(dev: bool) -> Result<PathBuf> {
    let root = shell::root();
    let (glue, module) = wasm::compile(dev)?;
    let parts = Parts {
        page: read(&root.join("index.html"))?,
        style: read(&root.join("style.css"))?,
        glue,
        module,
        public: root.join("public"),
    };
    let dist = root.join("dist");
    if dist.exists() {
        fs::remove_dir_all(&dist)?;
    }
    fs::create_dir_all(&dist)?;
    hosted::write(&parts, &dist)?;
    single::write(&parts, &dist)?;
    Ok(dist)
}

/// Every file of `dist/` with its size and its size gzipped, by name.
pub fn sizes(dist: &Path) -> Result<Vec<(String, usize, usize)>> {
    let mut sizes = Vec::new();
    for name in files(dist)? {
        let bytes = fs::read(dist.join(&name))?;
        sizes.push((name, bytes.len(), gzip(&bytes)?.len()));
    }
    Ok(sizes)
}

/// The files of a folder and its folders, relative, with `/`, sorted.
fn files(folder: &Path) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if entry.file_type()?.is_dir() {
            names.extend(files(&entry.path())?.into_iter().map(|inner| format!("{name}/{inner}")));
        } else {
            names.push(name);
        }
    }
    names.sort();
    Ok(names)
}

fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))
}

fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    use std::io::Write;
    let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    packer.write_all(bytes)?;
    Ok(packer.finish()?)
}

/// The first part of a SHA-256, enough to tell contents apart in a file name.
fn short_hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes)
        .iter()
        .take(6)
        .map(|byte| format!("{byte:02x}"))
        .collect()
}
