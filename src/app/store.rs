//! Carries out what the [`Drawer`](super::drawer::Drawer) decides. The one file that names IndexedDB and the lock that tells
//! the tabs of one course apart.
//!
//! Each course at each address has a database of its own, with two object stores: the texts of records, and the bytes of
//! states. What is written in one go is one transaction: all of it is there, or nothing.

use idb::{Database, DatabaseEvent, Factory, KeyRange, ObjectStore, ObjectStoreParams, Query, TransactionMode};
use js_sys::{ArrayBuffer, Function, Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

use super::drawer::{Opened, Records, StoreError};
use crate::bench::browser::message;

const TEXTS: &str = "texts";
const BYTES: &str = "bytes";
/// A page that is being left may hold its lock for a moment after the next one has begun.
const LOCK_WITHIN: u32 = 2_500;

/// What is written in one go, by the names of records.
#[derive(Default)]
pub struct Batch {
    pub texts: Vec<(String, String)>,
    pub bytes: Vec<(String, ArrayBuffer)>,
    pub delete: Vec<String>,
}

/// The database of one course at one address.
#[derive(Clone)]
pub struct Store {
    name: String,
}

impl Store {
    /// `scope` names the course and the address.
    pub fn new(scope: &str) -> Self {
        Self { name: format!("workbook/{scope}") }
    }

    /// Takes the lock, if no other tab has it, and reads all texts and the names of all bytes.
    ///
    /// # Errors
    /// What the browser says if it has no database for this page.
    pub async fn open(&self) -> Result<Opened, String> {
        if !take_lock(&self.name).await {
            return Ok(Opened { is_ours: false, records: Records::default() });
        }
        let records = self.read().await.map_err(|error| words(&error))?;
        Ok(Opened { is_ours: true, records })
    }

    async fn read(&self) -> Result<Records, idb::Error> {
        let database = self.database().await?;
        let read = async {
            let transaction = database.transaction(&[TEXTS, BYTES], TransactionMode::ReadOnly)?;
            let (texts, bytes) = (transaction.object_store(TEXTS)?, transaction.object_store(BYTES)?);
            let names = texts.get_all_keys(None, None)?.await?;
            let values = texts.get_all(None, None)?.await?;
            let held = bytes.get_all_keys(None, None)?.await?;
            let texts = names.iter().zip(&values).filter_map(|(name, text)| Some((name.as_string()?, text.as_string()?)));
            Ok(Records { texts: texts.collect(), bytes: held.iter().filter_map(JsValue::as_string).collect() })
        };
        let read = read.await;
        database.close();
        read
    }

    /// Bytes by the name of their record; none if they are not there.
    pub async fn bytes(&self, name: &str) -> Option<ArrayBuffer> {
        let database = self.database().await.ok()?;
        let read = async {
            let transaction = database.transaction(&[BYTES], TransactionMode::ReadOnly).ok()?;
            transaction.object_store(BYTES).ok()?.get(JsValue::from(name)).ok()?.await.ok()?
        };
        let read = read.await;
        database.close();
        read?.dyn_into().ok()
    }

    /// Writes and deletes all of it, or nothing.
    ///
    /// # Errors
    /// Why not.
    pub async fn write(&self, batch: &Batch) -> Result<(), StoreError> {
        self.change(async |texts, bytes| {
            for name in &batch.delete {
                texts.delete(JsValue::from(name.as_str()))?;
                bytes.delete(JsValue::from(name.as_str()))?;
            }
            for (name, text) in &batch.texts {
                texts.put(&text.as_str().into(), Some(&name.as_str().into()))?;
            }
            for (name, held) in &batch.bytes {
                bytes.put(held, Some(&name.as_str().into()))?;
            }
            Ok(())
        })
        .await
    }

    /// Deletes everything.
    ///
    /// # Errors
    /// Why not. A database that can't be opened holds nothing.
    pub async fn clear(&self) -> Result<(), StoreError> {
        self.change(async |texts, bytes| {
            for store in [texts, bytes] {
                store.delete(Query::from(KeyRange::lower_bound(&"".into(), None)?))?;
            }
            Ok(())
        })
        .await
    }

    async fn change(&self, ask: impl AsyncFn(&ObjectStore, &ObjectStore) -> Result<(), idb::Error>) -> Result<(), StoreError> {
        let database = self.database().await.map_err(refused)?;
        let changed = async {
            let transaction = database.transaction(&[TEXTS, BYTES], TransactionMode::ReadWrite)?;
            ask(&transaction.object_store(TEXTS)?, &transaction.object_store(BYTES)?).await?;
            // What was asked is done once the transaction is; one request that fails takes all back.
            transaction.commit()?.await
        };
        let changed = changed.await;
        database.close();
        match changed {
            Ok(result) if result.is_committed() => Ok(()),
            Ok(_) => Err(StoreError::Other("the browser has taken it back".into())),
            Err(error) => Err(refused(error)),
        }
    }

    async fn database(&self) -> Result<Database, idb::Error> {
        let mut request = Factory::new()?.open(&self.name, Some(1))?;
        request.on_upgrade_needed(|event| {
            if let Ok(database) = event.database() {
                for store in [TEXTS, BYTES] {
                    // Fails only where the store is there already.
                    let _ = database.create_object_store(store, ObjectStoreParams::new());
                }
            }
        });
        request.await
    }
}

/// Deletes the database of earlier builds, which all courses of an address shared. Nothing in it can be brought back.
pub async fn drop_unscoped() {
    let deleted = async { Factory::new()?.delete("workbook")?.await };
    // Where it can't be deleted it does no harm.
    let _: Result<(), idb::Error> = deleted.await;
}

fn words(error: &idb::Error) -> String {
    let text = error.to_string();
    text.chars().take(200).collect()
}

fn refused(error: idb::Error) -> StoreError {
    let text = words(&error);
    if text.contains("QuotaExceeded") || text.to_lowercase().contains("quota") { StoreError::Full } else { StoreError::Other(text) }
}

/// Takes the lock of this name until the page is gone; false if another tab has it.
///
/// Where there are no locks (a page that is not served securely), every page is taken for the only one.
async fn take_lock(name: &str) -> bool {
    let taken = Promise::new(&mut |resolve, _| {
        let answer = |resolve: &Function, taken: bool| {
            // The promise's own function does not throw.
            let _ = resolve.call1(&JsValue::UNDEFINED, &taken.into());
        };
        let taken = {
            let resolve = resolve.clone();
            Closure::once_into_js(move || {
                answer(&resolve, true);
                Promise::new(&mut |_, _| {})
            })
        };
        let options = Object::new();
        if let Ok(signal) = within(LOCK_WITHIN) {
            // Setting a plain object's property can't fail.
            let _ = Reflect::set(&options, &"signal".into(), &signal);
        }
        match request_lock(name, &options, &taken) {
            Ok(held) => {
                let refused = Closure::once(move |_: JsValue| answer(&resolve, false));
                let _ = held.catch(&refused);
                // It is called once at most, when the time is over.
                refused.forget();
            }
            Err(_) => answer(&resolve, true),
        }
    });
    match JsFuture::from(taken).await {
        Ok(taken) => taken.as_bool().unwrap_or(true),
        Err(error) => {
            gloo::console::warn!("the course's lock can't be taken:", message(&error));
            true
        }
    }
}

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = ["navigator", "locks"], js_name = request, catch)]
    fn request_lock(name: &str, options: &Object, held: &JsValue) -> Result<Promise, JsValue>;

    #[wasm_bindgen(js_namespace = AbortSignal, js_name = timeout, catch)]
    fn within(milliseconds: u32) -> Result<JsValue, JsValue>;
}
