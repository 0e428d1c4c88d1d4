//! A static file server for this computer only: for reading the workbook, and for the browser tests.

use std::fs::File;
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use tiny_http::{Header, Request, Response, Server};

use crate::live::{self, Versions};
use crate::{Result, build, report};

/// Where `serve` begins to look for a free port.
const FIRST_PORT: u16 = 8080;

/// `cargo xtask serve`.
pub fn run(root: &Path, began: Instant) -> Result<()> {
    let dist = live::site(root, &build::site(root, || Ok(()))?)?;
    let server = (FIRST_PORT..FIRST_PORT + 20)
        .find_map(|port| Server::http(("127.0.0.1", port)).ok())
        .ok_or("no free port between 8080 and 8099")?;
    report::done(&format!("The workbook is at http://{}/", server.server_addr()), began);
    eprintln!("Pages that are open follow edits in content/. Stop with Ctrl+C.");
    let versions = Arc::new(Versions::default());
    {
        let (root, dist, versions) = (root.to_owned(), dist.clone(), versions.clone());
        std::thread::spawn(move || live::follow(root, dist, versions));
    }
    answer_all(&server, vec![("", dist)], Some(versions));
    Ok(())
}

/// Serves folders in the background, each below a path, and gives the address.
pub fn in_background(folders: Vec<(&'static str, PathBuf)>) -> Result<String> {
    let server = Server::http("127.0.0.1:0").map_err(|error| format!("can't serve: {error}"))?;
    let address = format!("http://{}", server.server_addr());
    std::thread::spawn(move || answer_all(&server, folders, None));
    Ok(address)
}

/// Knocks at the server for as long as the program runs.
///
/// tiny_http 0.12 leaves a connection waiting that comes while its last idle thread is about to wake for another one
/// (`TaskPool::spawn` counts that thread as idle still), until any thread is free; a browser opens six at once and keeps
/// them, and then shows nothing. A knock ends at once, and its thread then takes what waits.
fn keep_awake(server: &Server) {
    const PAUSE: Duration = Duration::from_millis(100);
    if let Some(address) = server.server_addr().to_ip() {
        std::thread::spawn(move || {
            loop {
                // One that finds nobody is made good by the next.
                drop(TcpStream::connect(address));
                std::thread::sleep(PAUSE);
            }
        });
    }
}

/// A thread for each request: a browser that does not read on must not keep the next one waiting.
fn answer_all(server: &Server, folders: Vec<(&'static str, PathBuf)>, versions: Option<Arc<Versions>>) {
    keep_awake(server);
    let folders = Arc::new(folders);
    for request in server.incoming_requests() {
        let (folders, versions) = (folders.clone(), versions.clone());
        // A reader who has gone away is not our failure.
        std::thread::spawn(move || answer(request, &folders, versions.as_deref()));
    }
}

fn answer(request: Request, folders: &[(&str, PathBuf)], versions: Option<&Versions>) -> std::io::Result<()> {
    let after = request.url().strip_prefix("/live?after=").and_then(|after| after.parse().ok());
    if let Some((after, versions)) = after.zip(versions) {
        return request.respond(Response::from_string(versions.newer(after).to_string()));
    }
    let path = request.url().split(['?', '#']).next().unwrap_or_default().trim_start_matches('/').to_owned();
    let file = folders.iter().find_map(|(prefix, folder)| find(folder, path.strip_prefix(prefix)?));
    let Some(file) = file else {
        return request.respond(Response::from_string("There is no such file.").with_status_code(404));
    };
    let kind = content_type(&file);
    let mut response = Response::from_file(File::open(&file)?);
    for (name, value) in [("Content-Type", kind), ("Cache-Control", "no-cache")] {
        if let Ok(header) = Header::from_bytes(name, value) {
            response.add_header(header);
        }
    }
    request.respond(response)
}

/// A file below the folder; nothing outside it, and a folder's `index.html` for the folder.
fn find(folder: &Path, path: &str) -> Option<PathBuf> {
    let path = path.trim_start_matches('/');
    if path.split('/').any(|part| part == ".." || part.contains('\\')) {
        return None;
    }
    let file = folder.join(path);
    let file = if file.is_dir() { file.join("index.html") } else { file };
    file.is_file().then_some(file)
}

fn content_type(file: &Path) -> &'static str {
    match file.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("json") => "application/json",
        Some("wasm") => "application/wasm",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::find;
    use std::path::Path;

    #[test]
    fn nothing_outside_the_folder_is_served() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
        assert!(find(folder, "Cargo.toml").is_some());
        assert!(find(folder, "../Cargo.toml").is_none());
        assert!(find(folder, "src/../Cargo.toml").is_none());
        assert!(find(folder, "nothing").is_none());
    }
}
