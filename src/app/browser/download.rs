//! Brings the course and the interpreter over the network, saying how far it is.

use gloo::utils::window;
use js_sys::{Promise, WebAssembly};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

use crate::engine::browser::message;
use crate::lesson::Course;

const COURSE: &str = "course.json";

/// What the build says of the base image.
#[derive(serde::Deserialize)]
pub struct Image {
    /// Size of `guest.wasm`, uncompressed.
    pub bytes: u64,
    /// Differs when its content does: states are of one image.
    pub name: String,
}

/// The course, and what to expect of the rest.
pub async fn course() -> Result<(Course, Image), String> {
    let response = checked(COURSE, window().fetch_with_str(COURSE)).await?;
    let text = JsFuture::from(response.text().map_err(text_of)?).await.map_err(text_of)?;
    read_course(&text.as_string().unwrap_or_default())
}

/// Reads `course.json`.
pub fn read_course(text: &str) -> Result<(Course, Image), String> {
    #[derive(serde::Deserialize)]
    struct File {
        course: Course,
        image: Image,
    }
    let file: File = serde_json::from_str(text).map_err(|error| format!("course.json: {error}"))?;
    Ok((file.course, file.image))
}

/// The guest, compiled while it arrives. `progress` gets the number of bytes that have come. web/guest.js has begun with it
/// before this program had loaded.
pub async fn guest(progress: impl Fn(u64) + 'static) -> Result<WebAssembly::Module, String> {
    let hear = Closure::<dyn Fn(f64)>::new(move |received: f64| progress(received as u64));
    let asked = bring_guest(&hear).map_err(text_of);
    // Lives as long as the page: it is called until the download ends.
    hear.forget();
    let guest = JsFuture::from(asked?).await;
    guest.map_err(|error| format!("guest.wasm did not come ({})", message(&error)))?.dyn_into().map_err(text_of)
}

/// Waits for an answer and sees that it is what was asked for.
async fn checked(file: &str, answer: Promise) -> Result<Response, String> {
    let response: Response = JsFuture::from(answer)
        .await
        .map_err(|error| format!("{file} did not come ({})", message(&error)))?
        .dyn_into()
        .map_err(text_of)?;
    if !response.ok() {
        return Err(format!("{file} did not come (the server answered {})", response.status()));
    }
    Ok(response)
}

fn text_of(error: impl Into<JsValue>) -> String {
    message(&error.into())
}

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = workbookGuest, catch)]
    fn bring_guest(progress: &Closure<dyn Fn(f64)>) -> Result<Promise, JsValue>;
}
