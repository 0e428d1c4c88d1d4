//! A WebDriver: the program that starts a browser and hands it our commands. Each browser has a driver process of its
//! own, so that a driver which one browser has brought into disorder serves no other. Drivers hang now and then, for
//! example WebKit's when its browser has died at its start; so every wait for a driver has a limit.

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
/// How long a command may take: a driver that has not answered by then has lost its browser. It is longer than any
/// script may take. Measurements, which are made in Chromium, have scripts that take minutes.
fn longest_answer() -> Duration {
    match Engine::current() {
        Engine::Chromium => Duration::from_secs(600),
        Engine::Firefox | Engine::WebKit => PATIENCE + Duration::from_secs(30),
    }
}

/// A driver that runs. It ends with this value, and its browser with it.
pub struct Driver {
    process: Child,
    port: u16,
    /// The id of the session with its browser, until the browser has ended.
    pub session: Option<String>,
}

impl Driver {
    /// Starts the driver of the current engine. `cargo xtask` hands its path over in the environment.
    pub fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let port = listener.local_addr().expect("a bound listener has an address").port();
        drop(listener);
        let mut command = Command::new(address("WORKBOOK_DRIVER"));
        match Engine::current() {
            Engine::Chromium => command.args([&format!("--port={port}"), "--log-level=OFF"]),
            Engine::Firefox => {
                command.args(["--port", &port.to_string(), "--log", "fatal", "--binary", &address("WORKBOOK_BROWSER")])
            }
            Engine::WebKit => command.arg(format!("--port={port}")),
        };
        // Browsers print many messages about services that they can't reach.
        let process = command
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("the driver starts");
        let driver = Self { process, port, session: None };
        let began = Instant::now();
        while driver.connect().is_err() {
            assert!(began.elapsed() < START, "the driver started but does not answer");
            std::thread::sleep(Duration::from_millis(20));
        }
        driver
    }

    /// Starts a browser and connects with it.
    ///
    /// # Errors
    /// If the driver can't start the browser. Another driver may succeed.
    pub async fn browser(&mut self) -> Result<Client, NewSessionError> {
        let mut builder = ClientBuilder::new(connector());
        let client = builder.capabilities(Engine::current().capabilities()).connect(&self.url()).await?;
        self.session = client.session_id().await.map_err(lost)?;
        // Otherwise the browser would end when the client is dropped with the test's runtime.
        client.persist().await.map_err(lost)?;
        Ok(client)
    }

    /// Connects another test with the browser that runs already.
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

    /// The id of the driver's process. The browser's processes are below it.
    pub fn id(&self) -> u32 {
        self.process.id()
    }

    fn connect(&self) -> std::io::Result<TcpStream> {
        TcpStream::connect(("127.0.0.1", self.port))
    }

    /// Has the driver end a browser that a failed test has left open.
    fn abandon(&self, session: &str) -> std::io::Result<()> {
        let mut connection = self.connect()?;
        connection.set_read_timeout(Some(END))?;
        let port = self.port;
        write!(
            connection,
            "DELETE /session/{session} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"
        )?;
        connection.read_to_end(&mut Vec::new()).map(|_| ())
    }
}

/// An error of a command, as one of a session that could not be begun.
fn lost(error: CmdError) -> NewSessionError {
    NewSessionError::Lost(std::io::Error::other(error))
}

/// Connections on which waiting for an answer has a limit.
fn connector() -> TimeoutConnector<HttpConnector> {
    let mut connector = TimeoutConnector::new(HttpConnector::new());
    connector.set_read_timeout(Some(longest_answer()));
    connector
}

impl Drop for Driver {
    fn drop(&mut self) {
        if let Some(session) = self.session.take() {
            // If this fails the browser ends with its driver, which is ended next.
            let _ = self.abandon(&session);
        }
        // This fails if the driver has ended by itself.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
