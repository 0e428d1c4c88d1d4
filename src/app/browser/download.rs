//! Fetches the course and the interpreter, and says how far that has come.

use gloo::utils::window;
use js_sys::{Promise, WebAssembly};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

use crate::engine::browser::message;
use crate::lesson::Course;

/// The file with the course, beside the page.
const COURSE: &str = "course.json";

/// What the build says about the base image.
#[derive(serde::Deserialize)]
pub struct Image {
    /// How many bytes `guest.wasm` has when it is not compressed.
    pub bytes: u64,
    /// The name of the image, which is another one whenever its content is.
    pub name: String,
}

/// The course, and the image that belongs to it.
///
/// # Errors
/// Why the course can't be had, as a part of a sentence.
pub async fn course() -> Result<(Course, Image), String> {
    let response = checked(COURSE, window().fetch_with_str(COURSE)).await?;
    let text = JsFuture::from(response.text().map_err(text_of)?).await.map_err(text_of)?;
    read_course(&text.as_string().unwrap_or_default())
}

/// Reads `course.json`.
///
/// # Errors
/// If it is not in the form that this build expects.
pub fn read_course(text: &str) -> Result<(Course, Image), String> {
    #[derive(serde::Deserialize)]
    struct File {
        course: Course,
        image: Image,
    }
    let file: File = serde_json::from_str(text).map_err(|error| format!("course.json: {error}"))?;
    Ok((file.course, file.image))
}

/// The guest, which is compiled while it arrives. `progress` gets the number of bytes that have come. `web/guest.js`
/// has begun to fetch it before this program was loaded.
///
/// # Errors
/// Why the guest can't be had, as a part of a sentence.
pub async fn guest(progress: impl Fn(u64) + 'static) -> Result<WebAssembly::Module, String> {
    let hear = Closure::<dyn Fn(f64)>::new(move |received: f64| progress(received as u64));
    let asked = bring_guest(&hear).map_err(text_of);
    // The closure is called until the download ends, so it lives as long as the page.
    hear.forget();
    let guest = JsFuture::from(asked?).await;
    guest.map_err(|error| format!("guest.wasm did not come ({})", message(&error)))?.dyn_into().map_err(text_of)
}

/// Waits for the answer about a file, and checks that it is the file.
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
