//! A server of a test's own, which counts what it sends, behaves as some hosts do, and can be stopped.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;

/// How a host answers.
#[derive(Clone, Copy, Debug, Default)]
pub struct Manner {
    /// Whether files have no `ETag`, so that nobody can ask whether they are still the same.
    pub without_validators: bool,
    /// Whether every file is of the type `application/octet-stream`, unless the browser would not show the page then.
    pub without_types: bool,
}

/// A server that runs until it is stopped.
pub struct Server {
    /// Its address, with a slash at the end.
    pub address: String,
    port: u16,
    sent: Arc<Mutex<Vec<(String, usize)>>>,
    is_over: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
}

impl Server {
    /// Serves a folder below `/some/deep/path/`.
    pub fn of(folder: &Path, manner: Manner) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let port = listener.local_addr().expect("a bound listener has an address").port();
        let (sent, is_over) = (Arc::<Mutex<Vec<_>>>::default(), Arc::<AtomicBool>::default());
        let thread = {
            let (sent, is_over, folder) = (sent.clone(), is_over.clone(), folder.to_path_buf());
            std::thread::spawn(move || {
                for stream in listener.incoming().flatten() {
                    if is_over.load(Ordering::SeqCst) {
                        break;
                    }
                    let (sent, folder) = (sent.clone(), folder.clone());
                    std::thread::spawn(move || {
                        // A browser that goes away in the middle needs no answer.
                        if let Ok(Some(answered)) = answer(stream, &folder, manner) {
                            sent.lock().unwrap_or_else(PoisonError::into_inner).push(answered);
                        }
                    });
                }
            })
        };
        let address = format!("http://127.0.0.1:{port}{BELOW}");
        Self { address, port, sent, is_over, thread: Some(thread) }
    }

    /// The files that were asked for so far, each with the bytes of its content that were sent.
    pub fn sent(&self) -> Vec<(String, usize)> {
        self.sent.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Answers nobody any more.
    pub fn stop(&mut self) {
        self.is_over.store(true, Ordering::SeqCst);
        // Wakes the thread, which then lets the port go.
        let _ = TcpStream::connect(("127.0.0.1", self.port));
        if let Some(thread) = self.thread.take() {
            thread.join().expect("the server has not panicked");
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stop();
    }
}

/// The path that the folder is served below.
const BELOW: &str = "/some/deep/path/";

/// Answers one request. Gives the file's name and how many bytes of it were sent.
fn answer(mut stream: TcpStream, folder: &Path, manner: Manner) -> std::io::Result<Option<(String, usize)>> {
    let mut lines = BufReader::new(stream.try_clone()?).lines();
    let request = lines.next().transpose()?.unwrap_or_default();
    let path = request.split(' ').nth(1).unwrap_or_default();
    let path = path.split('?').next().unwrap_or_default().to_owned();
    let mut known = None;
    for line in lines {
        let line = line?;
        if let Some((name, value)) = line.split_once(": ")
            && name.eq_ignore_ascii_case("if-none-match")
        {
            known = Some(value.to_owned());
        }
        if line.is_empty() {
            break;
        }
    }
    let name = path.strip_prefix(BELOW).map(|name| if name.is_empty() { "index.html" } else { name });
    let file = name.map(|name| folder.join(name)).filter(|file| file.is_file() && !path.contains(".."));
    let Some((name, file)) = name.zip(file) else {
        stream.write_all(b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")?;
        return Ok(None);
    };
    let mut content = Vec::new();
    std::fs::File::open(&file)?.read_to_end(&mut content)?;
    let tag = format!("\"{}-{}\"", content.len(), name.len());
    let validator = if manner.without_validators { String::new() } else { format!("ETag: {tag}\r\n") };
    if !manner.without_validators && known == Some(tag) {
        write!(stream, "HTTP/1.1 304 Not Modified\r\n{validator}Connection: close\r\n\r\n")?;
        return Ok(Some((name.to_owned(), 0)));
    }
    let kind = kind(&file, manner);
    write!(
        stream,
        "HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\n{validator}Content-Length: {}\r\nConnection: close\r\n\r\n",
        content.len()
    )?;
    stream.write_all(&content)?;
    Ok(Some((name.to_owned(), content.len())))
}

/// The type of a file, as this host says it.
fn kind(file: &Path, manner: Manner) -> &'static str {
    match file.extension().and_then(|end| end.to_str()).unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        // A browser that is told to be strict runs no script of another type.
        "js" => "text/javascript",
        _ if manner.without_types => "application/octet-stream",
        "wasm" => "application/wasm",
        "json" => "application/json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "webmanifest" => "application/manifest+json",
        _ => "application/octet-stream",
    }
}
