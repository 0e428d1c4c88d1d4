//! A browser's WebDriver: a process for each browser, so that none inherits another's disorder. Drivers hang now and
//! then, WebKit's when its browser has died while it was starting; so nothing is waited for without end.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use fantoccini::error::{CmdError, NewSessionError};
use fantoccini::{Client, ClientBuilder};
use hyper_timeout::TimeoutConnector;
use hyper_util::client::legacy::connect::HttpConnector;

use crate::{Engine, PATIENCE, address};

/// How long a driver may take until it listens.
const START: Duration = Duration::from_secs(30);
/// How long ending an abandoned browser may take.
const END: Duration = Duration::from_secs(5);
/// No command may take longer: a driver that does not answer at all has lost its browser. Longer than any script may;
/// measurements, which run in Chromium, are scripts of minutes.
fn longest_answer() -> Duration {
    match Engine::current() {
        Engine::Chromium => Duration::from_secs(600),
        Engine::Firefox | Engine::WebKit => PATIENCE + Duration::from_secs(30),
    }
}

pub struct Driver {
    process: Child,
    port: u16,
    /// The browser it has, until that has ended.
    pub session: Option<String>,
}

impl Driver {
    /// Starts the driver of this engine; `cargo xtask` says where it is.
    pub fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let port = listener.local_addr().expect("a bound listener has an address").port();
        drop(listener);
        let mut command = Command::new(address("WORKBOOK_DRIVER"));
        match Engine::current() {
            Engine::Chromium => command.args([&format!("--port={port}"), "--log-level=OFF"]),
            Engine::Firefox => command.args(["--port", &port.to_string(), "--log", "fatal", "--binary", &address("WORKBOOK_BROWSER")]),
            Engine::WebKit => command.arg(format!("--port={port}")),
        };
        // Browsers say at length what they can't reach, which does not concern us.
        let process = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("the driver starts");
        let driver = Self { process, port, session: None };
        let began = Instant::now();
        while driver.connect().is_err() {
            assert!(began.elapsed() < START, "the driver started but does not answer");
            std::thread::sleep(Duration::from_millis(20));
        }
        driver
    }

    /// Starts the browser.
    ///
    /// # Errors
    /// If the driver can't start it; another driver may.
    pub async fn browser(&mut self) -> Result<Client, NewSessionError> {
        let mut builder = ClientBuilder::new(connector());
        let client = builder.capabilities(Engine::current().capabilities()).connect(&self.url()).await?;
        self.session = client.session_id().await.map_err(lost)?;
        // Else the browser would end with the test's own runtime.
        client.persist().await.map_err(lost)?;
        Ok(client)
    }

    /// The browser it has, for another test.
    ///
    /// # Errors
    /// If the driver does not answer.
    pub async fn client(&self) -> Result<Client, NewSessionError> {
        let session = self.session.as_deref().unwrap_or_default();
        let client = Client::with_existing_session(&self.url(), session, connector()).await?;
        client.persist().await.map_err(lost)?;
        Ok(client)
    }

    fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// The process, whose children are the browser's.
    pub fn id(&self) -> u32 {
        self.process.id()
    }

    fn connect(&self) -> std::io::Result<TcpStream> {
        TcpStream::connect(("127.0.0.1", self.port))
    }

    /// Ends a browser that a failed test has left open.
    fn abandon(&self, session: &str) -> std::io::Result<()> {
        let mut connection = self.connect()?;
        connection.set_read_timeout(Some(END))?;
        let port = self.port;
        write!(connection, "DELETE /session/{session} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n")?;
        connection.read_to_end(&mut Vec::new()).map(|_| ())
    }
}

fn lost(error: CmdError) -> NewSessionError {
    NewSessionError::Lost(std::io::Error::other(error))
}

/// A connection on which no command is waited for without end.
fn connector() -> TimeoutConnector<HttpConnector> {
    let mut connector = TimeoutConnector::new(HttpConnector::new());
    connector.set_read_timeout(Some(longest_answer()));
    connector
}

impl Drop for Driver {
    fn drop(&mut self) {
        if let Some(session) = self.session.take() {
            // If it can't be asked to end, its driver's end has to do.
            let _ = self.abandon(&session);
        }
        // It may have ended by itself.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
