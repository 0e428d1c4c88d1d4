//! The code editor: CodeMirror, bound in `web/editor.js`.

use wasm_bindgen::prelude::*;
use web_sys::Element;
use yew::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// The editor's handle in `web/editor.js`.
    type Handle;

    #[wasm_bindgen(js_namespace = WorkbookEditor, catch)]
    fn mount(
        host: &Element,
        source: &str,
        changed: &Closure<dyn FnMut(String)>,
        run: &Closure<dyn FnMut()>,
    ) -> Result<Handle, JsValue>;

    #[wasm_bindgen(method)]
    fn replace(this: &Handle, source: &str);

    #[wasm_bindgen(method, js_name = markLine)]
    fn mark_line(this: &Handle, line: Option<u32>);

    #[wasm_bindgen(method)]
    fn destroy(this: &Handle);
}

#[derive(PartialEq, Properties)]
pub struct EditorProps {
    /// The text to begin with; later only read when `revision` changes.
    pub source: AttrValue,
    pub revision: u32,
    /// The line an exception came from, counted from 1.
    pub marked: Option<u32>,
    pub changed: Callback<String>,
    pub run: Callback<()>,
}

/// A mounted editor and the closures it calls, dropped together.
struct Mounted {
    handle: Handle,
    _changed: Closure<dyn FnMut(String)>,
    _run: Closure<dyn FnMut()>,
}

impl Drop for Mounted {
    fn drop(&mut self) {
        self.handle.destroy();
    }
}

/// Shows the source as plain text until CodeMirror has taken its place.
#[component]
pub fn Editor(props: &EditorProps) -> Html {
    let host = use_node_ref();
    let mounted = use_mut_ref(|| None::<Mounted>);
    // The callbacks of the newest render, for closures made at the first.
    let callbacks = use_mut_ref(|| (props.changed.clone(), props.run.clone()));
    *callbacks.borrow_mut() = (props.changed.clone(), props.run.clone());

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
                match mount(&host, &source, &changed, &run) {
                    Ok(handle) => *mounted.borrow_mut() = Some(Mounted { handle, _changed: changed, _run: run }),
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
    use_effect_with(props.marked, move |line| {
        if let Some(mounted) = &*mounted.borrow() {
            mounted.handle.mark_line(*line);
        }
    });

    // Drawn once: what CodeMirror does inside is not Yew's business.
    let first = use_memo((), |()| props.source.clone());
    html! { <div class="editor" ref={host}><pre class="editor-before">{ (*first).clone() }</pre></div> }
}
