//! A static file server: for reading the workbook on this computer, or in a classroom, and for the browser tests.

use std::net::{SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Instant;

use axum::Router;
use axum::extract::{self, Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use tower_http::services::ServeFile;

use crate::fingerprint::files;
use crate::live::{self, Versions};
use crate::{Result, build, report, single};

/// Where `serve` begins to look for a free port.
const FIRST_PORT: u16 = 8080;

/// The folders that are served, each with the path it is served below. If several have a file, the first one gives it.
type Folders = Vec<(&'static str, PathBuf)>;

/// Whom the server answers.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum To {
    /// Only this computer.
    ThisComputer,
    /// Everybody in the network.
    Network,
}

/// `cargo xtask serve`: builds the site, and serves it until the program is stopped.
///
/// # Errors
/// If the site can't be built, or if no port is free.
pub fn run(root: &Path, began: Instant, to: To) -> Result<()> {
    let site = build::site(root, build::WORKSHOP, || Ok(()))?;
    let dist = live::site(root, &site.folder)?;
    let host = if to == To::Network { "0.0.0.0" } else { "127.0.0.1" };
    let listener = (FIRST_PORT..FIRST_PORT + 20)
        .find_map(|port| TcpListener::bind((host, port)).ok())
        .ok_or("no free port between 8080 and 8099")?;
    let port = address(&listener)?.port();
    if to == To::Network {
        compress(&dist)?;
    }
    report::done(&format!("The workbook is at http://127.0.0.1:{port}/"), began);
    if to == To::Network {
        eprint!("{}", invitation(port)?);
    }
    eprintln!("Pages that are open follow edits in content/. Stop with Ctrl+C.");
    let versions = Arc::new(Versions::default());
    {
        let (root, dist, versions) = (root.to_owned(), dist.clone(), versions.clone());
        std::thread::spawn(move || live::follow(root, site.programs, dist, versions));
    }
    answer_all(listener, pages(vec![("", dist)]).route("/live", get(newer)).with_state(versions))
}

/// What the others in the network are told: the addresses of this computer, and the first one as a QR code.
fn invitation(port: u16) -> Result<String> {
    let interfaces =
        if_addrs::get_if_addrs().map_err(|error| format!("the network's addresses are unknown: {error}"))?;
    let here = interfaces.iter().map(if_addrs::Interface::ip).filter(|ip| ip.is_ipv4() && !ip.is_loopback());
    let addresses: Vec<String> = here.map(|ip| format!("http://{ip}:{port}/")).collect();
    let Some(first) = addresses.first() else {
        return Err("this computer is in no network; connect it, or leave out `--lan`".into());
    };
    let code = fast_qr::QRBuilder::new(first.as_str()).build().map_err(|error| format!("no QR code: {error}"))?;
    Ok(format!(
        "In this network it is at {}\n\n{}\nOn plain http a browser keeps the workbook for no later visit without the network; edits and progress stay.\n",
        addresses.join(" or "),
        code.to_str()
    ))
}

/// Puts a compressed file beside each file that gets smaller by a tenth, so that a whole class does not wait.
///
/// # Errors
/// If a file can't be read or written.
pub fn compress(folder: &Path) -> Result<()> {
    report::step("Compress the site", || {
        for file in files(folder)? {
            if file.extension().is_some_and(|end| {
                end == "gz" || end == "html" && file.ends_with(single::NAME) || end == "zip" || end == "png"
            }) {
                continue;
            }
            let bytes = std::fs::read(&file).map_err(|error| format!("can't read {}: {error}", file.display()))?;
            let packed = single::gzip(&bytes).map_err(|error| format!("can't pack {}: {error}", file.display()))?;
            if packed.len() * 10 < bytes.len() * 9 {
                build::write_bytes(&PathBuf::from(format!("{}.gz", file.display())), &packed)?;
            }
        }
        Ok(())
    })
}

/// Serves folders from a thread of its own, on a free port, and gives the address.
///
/// # Errors
/// If there is no free port.
pub fn in_background(folders: Folders) -> Result<String> {
    let listener = TcpListener::bind("127.0.0.1:0").map_err(|error| format!("can't serve: {error}"))?;
    let address = format!("http://{}", address(&listener)?);
    std::thread::spawn(move || {
        if let Err(reason) = answer_all(listener, pages(folders)) {
            report::note(&reason);
        }
    });
    Ok(address)
}

fn address(listener: &TcpListener) -> Result<SocketAddr> {
    listener.local_addr().map_err(|error| format!("can't serve: {error}"))
}

/// Answers for as long as the program runs.
fn answer_all(listener: TcpListener, site: Router) -> Result<()> {
    let served = || {
        listener.set_nonblocking(true)?;
        tokio::runtime::Builder::new_current_thread()
            .enable_io()
            .build()?
            .block_on(async { axum::serve(tokio::net::TcpListener::from_std(listener)?, site).await })
    };
    served().map_err(|error: std::io::Error| format!("can't serve: {error}"))
}

/// The answers to requests for files.
fn pages<S: Clone + Send + Sync + 'static>(folders: Folders) -> Router<S> {
    let folders = Arc::new(folders);
    let top = folders.clone();
    Router::new().route("/", get(async move |request| file(&top, "", request).await)).route(
        "/{*path}",
        get(async move |extract::Path(path): extract::Path<String>, request| file(&folders, &path, request).await),
    )
}

/// Answers a request for a file. A browser that has the file already is only told that it is still the same.
async fn file(folders: &Folders, path: &str, request: Request) -> Response {
    let Some(file) = folders.iter().find_map(|(prefix, folder)| find(folder, path.strip_prefix(prefix)?)) else {
        return (StatusCode::NOT_FOUND, "There is no such file.").into_response();
    };
    match ServeFile::new(file).precompressed_gzip().try_call(request).await {
        Ok(answer) => {
            let mut answer = answer.into_response();
            // The browser may keep the file, but asks before each use whether it has changed, so that an edit is seen
            // at once.
            answer.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
            answer
        }
        Err(error) => (StatusCode::INTERNAL_SERVER_ERROR, error.to_string()).into_response(),
    }
}

/// Answers `/live?after=<number>` with the number of the newest version of the course: as soon as it is above the given
/// one, or after a while.
async fn newer(State(versions): State<Arc<Versions>>, extract::RawQuery(query): extract::RawQuery) -> Response {
    let after = query.as_deref().and_then(|query| query.strip_prefix("after=")?.parse().ok());
    let Some(after) = after else { return (StatusCode::BAD_REQUEST, "After which?").into_response() };
    // `newer` blocks its thread, and this thread answers all requests.
    match tokio::task::spawn_blocking(move || versions.newer(after)).await {
        Ok(newest) => newest.to_string().into_response(),
        Err(error) => (StatusCode::INTERNAL_SERVER_ERROR, error.to_string()).into_response(),
    }
}

/// The file that a path names below a folder: for a folder its `index.html`, and `None` for a path that leads out of
/// `folder`.
fn find(folder: &Path, path: &str) -> Option<PathBuf> {
    let path = path.trim_start_matches('/');
    if path.split('/').any(|part| part == ".." || part.contains('\\')) {
        return None;
    }
    let file = folder.join(path);
    let file = if file.is_dir() { file.join("index.html") } else { file };
    file.is_file().then_some(file)
}

#[cfg(test)]
mod tests {
    use std::io::{Read, Write};
    use std::net::TcpStream;

    use super::*;

    /// The head of the answer to a request, with this extra `header`, to a server that serves this crate's folder below
    /// `/here/`.
    fn ask(path: &str, header: &str) -> String {
        let address = in_background(vec![("here/", PathBuf::from(env!("CARGO_MANIFEST_DIR")))]).unwrap();
        let mut connection = TcpStream::connect(address.trim_start_matches("http://")).unwrap();
        write!(connection, "GET {path} HTTP/1.1\r\nHost: here\r\nConnection: close\r\n{header}\r\n").unwrap();
        let mut answer = String::new();
        connection.read_to_string(&mut answer).unwrap();
        answer.split("\r\n\r\n").next().unwrap().to_owned()
    }

    #[test]
    fn nothing_outside_the_folder_is_served() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
        assert!(find(folder, "Cargo.toml").is_some());
        assert!(find(folder, "../Cargo.toml").is_none());
        assert!(find(folder, "src/../Cargo.toml").is_none());
        assert!(find(folder, "nothing").is_none());
        assert!(ask("/here/src/%2e%2e/%2E%2E/Cargo.toml", "").starts_with("HTTP/1.1 404"));
        assert!(ask("/Cargo.toml", "").starts_with("HTTP/1.1 404"));
    }

    #[test]
    fn names_are_read_as_browsers_write_them() {
        assert!(ask("/here/%43argo.toml?version=1", "").starts_with("HTTP/1.1 200"));
    }

    #[test]
    fn a_browser_that_has_a_file_is_told_that_it_is_the_same() {
        let answer = ask("/here/Cargo.toml", "");
        assert!(answer.contains("\r\ncache-control: no-cache"), "{answer}");
        let date = answer.lines().find_map(|line| line.strip_prefix("last-modified: ")).expect("when it was changed");
        let same = ask("/here/Cargo.toml", &format!("If-Modified-Since: {date}\r\n"));
        assert!(same.starts_with("HTTP/1.1 304"), "{same}");
    }
}
