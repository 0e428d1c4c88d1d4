//! Carries out what the [`Drawer`](crate::app::drawer::Drawer) decides. This is the one file that names IndexedDB.
//!
//! Each course at each address has a database of its own with two object stores: the texts of records, and the bytes of
//! steps and states. A write is one transaction, so all of it is done, or nothing.

use idb::{Database, DatabaseEvent, Factory, KeyRange, ObjectStore, ObjectStoreParams, Query, TransactionMode};
use js_sys::ArrayBuffer;
use wasm_bindgen::prelude::*;

use crate::app::browser::lock;
use crate::app::drawer::{Opened, Records, StoreError};

const TEXTS: &str = "texts";
const BYTES: &str = "bytes";

/// What is written in one transaction.
#[derive(Default)]
pub struct Batch {
    /// Texts, each with the name of its record.
    pub texts: Vec<(String, String)>,
    /// Bytes, each with the name of their record.
    pub bytes: Vec<(String, ArrayBuffer)>,
    /// The names of records to delete.
    pub delete: Vec<String>,
}

/// The database of one course at one address.
#[derive(Clone)]
pub struct Store {
    name: String,
}

impl Store {
    /// The database of a scope, which is one course at one address.
    pub fn new(scope: &str) -> Self {
        Self { name: format!("workbook/{scope}") }
    }

    /// Takes the lock, and if no other tab has it reads all texts and the names of all bytes.
    ///
    /// # Errors
    /// What the browser says if this page can't have a database.
    pub async fn open(&self) -> Result<Opened, String> {
        if !lock::take(&self.name).await {
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
            let texts =
                names.iter().zip(&values).filter_map(|(name, text)| Some((name.as_string()?, text.as_string()?)));
            Ok(Records { texts: texts.collect(), bytes: held.iter().filter_map(JsValue::as_string).collect() })
        };
        let read = read.await;
        database.close();
        read
    }

    /// The bytes of a record; `None` if they are not there.
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
    /// Why the browser has not done it.
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
    /// Why the browser has not done it.
    pub async fn clear(&self) -> Result<(), StoreError> {
        self.change(async |texts, bytes| {
            for store in [texts, bytes] {
                store.delete(Query::from(KeyRange::lower_bound(&"".into(), None)?))?;
            }
            Ok(())
        })
        .await
    }

    /// Makes a transaction with what `ask` asks of the two object stores.
    async fn change(
        &self,
        ask: impl AsyncFn(&ObjectStore, &ObjectStore) -> Result<(), idb::Error>,
    ) -> Result<(), StoreError> {
        let database = self.database().await.map_err(refused)?;
        let changed = async {
            let transaction = database.transaction(&[TEXTS, BYTES], TransactionMode::ReadWrite)?;
            ask(&transaction.object_store(TEXTS)?, &transaction.object_store(BYTES)?).await?;
            // What was asked for is done when the transaction is. One request that fails takes all others back.
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
                    // This fails only if there is such an object store already.
                    let _ = database.create_object_store(store, ObjectStoreParams::new());
                }
            }
        });
        request.await
    }
}

/// Deletes the database of earlier builds, which all courses at an address shared. Nothing in it can be brought back.
pub async fn drop_unscoped() {
    let deleted = async { Factory::new()?.delete("workbook")?.await };
    // If it can't be deleted it does no harm.
    let _: Result<(), idb::Error> = deleted.await;
}

fn words(error: &idb::Error) -> String {
    let text = error.to_string();
    text.chars().take(200).collect()
}

fn refused(error: idb::Error) -> StoreError {
    let text = words(&error);
    if text.contains("QuotaExceeded") || text.to_lowercase().contains("quota") {
        StoreError::Full
    } else {
        StoreError::Other(text)
    }
}
