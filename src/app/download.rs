//! Brings the course and the interpreter over the network, saying how far it is.

use gloo::utils::window;
use js_sys::{Object, Promise, Reflect, Uint8Array, WebAssembly};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{ReadableStream, Response, ResponseInit};

use crate::bench::browser::message;
use crate::lesson::Course;

const COURSE: &str = "course.json";
const GUEST: &str = "guest.wasm";

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

/// The guest, compiled while it arrives. `progress` gets the number of bytes that have come.
pub async fn guest(progress: impl Fn(u64) + 'static) -> Result<WebAssembly::Module, String> {
    let response = checked(GUEST, window().fetch_with_str(GUEST)).await?;
    let counted = counted(response, progress)?;
    let module = JsFuture::from(compile_streaming(&counted)).await.map_err(text_of)?;
    module.dyn_into().map_err(text_of)
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

/// The same response, its bytes counted on the way through.
fn counted(response: Response, progress: impl Fn(u64) + 'static) -> Result<Response, String> {
    let Some(body) = response.body() else { return Ok(response) };
    let mut received = 0;
    let transform = Closure::<dyn FnMut(JsValue, JsValue)>::new(move |chunk: JsValue, controller: JsValue| {
        received += u64::from(Uint8Array::unchecked_from_js_ref(&chunk).length());
        progress(received);
        let enqueue = Reflect::get(&controller, &"enqueue".into()).map(js_sys::Function::from);
        if let Ok(enqueue) = enqueue {
            let _ = enqueue.call1(&controller, &chunk);
        }
    });
    let transformer = Object::new();
    Reflect::set(&transformer, &"transform".into(), transform.as_ref()).map_err(text_of)?;
    // Lives as long as the page: the stream calls it until the download ends.
    transform.forget();
    let through = web_sys::TransformStream::new_with_transformer(&transformer).map_err(text_of)?;
    let pair = web_sys::ReadableWritablePair::new(&through.readable(), &through.writable());
    let stream: ReadableStream = body.pipe_through(&pair);
    let init = ResponseInit::new();
    let headers = web_sys::Headers::new().map_err(text_of)?;
    headers.set("content-type", "application/wasm").map_err(text_of)?;
    init.set_headers(&headers);
    Response::new_with_opt_readable_stream_and_init(Some(&stream), &init).map_err(text_of)
}

fn text_of(error: impl Into<JsValue>) -> String {
    message(&error.into())
}

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = WebAssembly, js_name = compileStreaming)]
    fn compile_streaming(response: &Response) -> Promise;
}
