//! The code editor, which is CodeMirror. Its JavaScript is `web/editor.js`; `web/editors.js` says when it is made.

use js_sys::Function;
use paper::seen::{Completion, Completions};
use serde::Serialize;
use wasm_bindgen::prelude::*;
use web_sys::Element;
use yew::prelude::*;

use crate::app::ask::{Answer, Ask, Question};
use crate::app::visible::visible;

#[wasm_bindgen]
extern "C" {
    /// What `mount` in `web/editors.js` returns.
    type Handle;

    #[wasm_bindgen(js_namespace = WorkbookEditor, catch)]
    fn mount(
        host: &Element,
        source: &str,
        changed: &Closure<dyn FnMut(String)>,
        run: &Closure<dyn FnMut()>,
        complete: &Closure<dyn FnMut(String, String, Function)>,
    ) -> Result<Handle, JsValue>;

    #[wasm_bindgen(method)]
    fn replace(this: &Handle, source: &str);

    #[wasm_bindgen(method, js_name = markLine)]
    fn mark_line(this: &Handle, line: Option<u32>);

    #[wasm_bindgen(method, js_name = showBars)]
    fn show_bars(this: &Handle, bars: &str);

    #[wasm_bindgen(method)]
    fn destroy(this: &Handle);
}

/// What [`Editor`] is given.
#[derive(PartialEq, Properties)]
pub struct EditorProps {
    /// The text to begin with. Later it is read only when `revision` changes.
    pub source: AttrValue,
    /// Counts the times that the text was replaced from outside the editor.
    pub revision: u32,
    /// The line from which an exception came, counted from 1.
    pub marked: Option<u32>,
    /// Where the last run has changed something.
    pub bars: Vec<Bar>,
    /// Gets the text after each edit by the reader.
    pub changed: Callback<String>,
    /// Is called when the reader presses the keys that run the cell.
    pub run: Callback<()>,
    /// Takes questions to forks: how the text may go on.
    pub ask: Callback<Question>,
}

/// A bar in the gutter: the lines between which something was changed.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Bar {
    /// The first line, counted from 1.
    pub from: u32,
    /// The last line.
    pub to: u32,
    /// What has become of the change, as a word of [`Status`](paper::Status).
    pub status: &'static str,
    /// A sentence about the change.
    pub text: String,
}

/// A mounted editor and the closures that it calls. They are dropped together.
struct Mounted {
    handle: Handle,
    _changed: Closure<dyn FnMut(String)>,
    _run: Closure<dyn FnMut()>,
    _complete: Closure<dyn FnMut(String, String, Function)>,
}

impl Drop for Mounted {
    fn drop(&mut self) {
        self.handle.destroy();
    }
}

/// An editor. Until CodeMirror has taken its place it shows the source as plain text.
#[component]
pub fn Editor(props: &EditorProps) -> Html {
    let host = use_node_ref();
    let mounted = use_mut_ref(|| None::<Mounted>);
    // The closures are made once, at the first drawing, but call the callbacks of the newest one.
    let callbacks = use_mut_ref(|| (props.changed.clone(), props.run.clone()));
    *callbacks.borrow_mut() = (props.changed.clone(), props.run.clone());

    let ask = props.ask.clone();
    {
        let (host, mounted, source) = (host.clone(), mounted.clone(), props.source.clone());
        use_effect_with((), move |()| {
            if let Some(host) = host.cast::<Element>() {
                let to_changed = callbacks.clone();
                let changed = Closure::<dyn FnMut(String)>::new(move |source| {
                    let callback = to_changed.borrow().0.clone();
                    callback.emit(source);
                });
                let run = Closure::<dyn FnMut()>::new(move || {
                    let callback = callbacks.borrow().1.clone();
                    callback.emit(());
                });
                let complete =
                    Closure::<dyn FnMut(String, String, Function)>::new(move |before: String, after: String, found| {
                        ask.emit(completions(&before, &after, found));
                    });
                match mount(&host, &source, &changed, &run, &complete) {
                    Ok(handle) => {
                        *mounted.borrow_mut() =
                            Some(Mounted { handle, _changed: changed, _run: run, _complete: complete });
                    }
                    Err(error) => gloo::console::error!("the editor did not start", error),
                }
            }
            move || drop(mounted.borrow_mut().take())
        });
    }
    {
        let (mounted, source) = (mounted.clone(), props.source.clone());
        use_effect_with(props.revision, move |revision| {
            if let Some(mounted) = &*mounted.borrow()
                && *revision > 0
            {
                mounted.handle.replace(&source);
            }
        });
    }
    let mounted_for_bars = mounted.clone();
    use_effect_with(props.marked, move |line| {
        if let Some(mounted) = &*mounted.borrow() {
            mounted.handle.mark_line(*line);
        }
    });
    use_effect_with(props.bars.clone(), move |bars| {
        if let Some(mounted) = &*mounted_for_bars.borrow() {
            mounted.handle.show_bars(&to_json(bars));
        }
    });

    // This is drawn once. CodeMirror changes what is inside, and Yew must not.
    let first = use_memo((), |()| props.source.clone());
    html! { <div class="editor" ref={host}><pre class="editor-before">{ (*first).clone() }</pre></div> }
}

/// Completions in the form in which `web/editor.js` takes them.
#[derive(Serialize)]
struct Shown {
    replace: u32,
    options: Vec<ShownOption>,
}

/// One completion.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ShownOption {
    #[serde(flatten)]
    option: Completion,
    /// What is shown instead of the label, if the name has control characters. The name itself is typed when it is
    /// chosen.
    #[serde(skip_serializing_if = "Option::is_none")]
    display_label: Option<String>,
}

/// A completion, without control characters in what is shown.
fn shown(option: Completion) -> ShownOption {
    let label = visible(&option.label);
    let display_label = (label != option.label).then_some(label);
    let option = Completion { detail: visible(&option.detail), info: visible(&option.info), ..option };
    ShownOption { option, display_label }
}

/// What `web/editor.js` is handed.
fn to_json(value: &impl Serialize) -> String {
    serde_json::to_string(value).expect("text can be written")
}

/// Asks a fork how the text may go on. `found` gets JSON, or null if nothing is known.
fn completions(before: &str, after: &str, found: Function) -> Question {
    let answer = Callback::from(move |answer: Answer| {
        let options = match answer.completions() {
            Ok(Completions { replace, options }) => {
                to_json(&Shown { replace, options: options.into_iter().map(shown).collect() }).into()
            }
            Err(_) => JsValue::NULL,
        };
        if let Err(error) = found.call1(&JsValue::UNDEFINED, &options) {
            gloo::console::error!("completions were not taken", error);
        }
    });
    Question { ask: Ask::Now(paper::Question::Complete { before: before.into(), after: after.into() }), answer }
}
