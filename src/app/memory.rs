//! What is kept of Python's state for the next visit. The one file that names IndexedDB.
//!
//! One record holds all of it: a visit that ends in the middle of writing leaves the record from before.

use idb::{Database, DatabaseEvent, Factory, ObjectStoreParams, TransactionMode};
use js_sys::{Object, Reflect, Uint8Array};
use wasm_bindgen::JsValue;

use super::state::{Kept, KeptCells};
use crate::bench::Timeline;

const DATABASE: &str = "workbook";
const STORE: &str = "interpreter";
const RECORD: &str = "now";

/// What an earlier visit left.
///
/// # Errors
/// A sentence for the reader, if there is something that can't be read. A browser that keeps nothing is no
/// error here: [`write`] will say so.
pub async fn read() -> Result<Option<Kept>, String> {
    let Ok(database) = open().await else { return Ok(None) };
    let record = record(&database).await;
    database.close();
    match record {
        Ok(Some(record)) => understood(&record).map(Some).ok_or_else(|| {
            "What this browser kept of Python's state is damaged or of another version of this workbook, so Python is pristine. \
             Your edits are kept."
                .into()
        }),
        Ok(None) | Err(_) => Ok(None),
    }
}

/// Keeps the timeline's bytes and the cells.
///
/// # Errors
/// A sentence for the reader.
pub async fn write(image: &str, timeline: &[u8], cells: &KeptCells) -> Result<(), String> {
    let refused = |error: String| {
        format!("This browser does not keep Python's state ({error}); it lasts until you leave the page. Your edits are kept.")
    };
    let cells = serde_json::to_string(cells).map_err(|error| refused(error.to_string()))?;
    let record = Object::new();
    for (name, value) in [("image", image.into()), ("cells", cells.into()), ("timeline", Uint8Array::from(timeline).into())] {
        set(&record, name, value);
    }
    put(&record).await.map_err(|error| refused(error.to_string()))
}

/// Forgets all of it.
///
/// # Errors
/// A sentence for the reader.
pub async fn forget() -> Result<(), String> {
    let forgotten = async {
        let database = open().await?;
        let transaction = database.transaction(&[STORE], TransactionMode::ReadWrite)?;
        transaction.object_store(STORE)?.clear()?.await?;
        transaction.commit()?.await?;
        database.close();
        Ok::<(), idb::Error>(())
    };
    // What can't be opened holds nothing.
    forgotten.await.or_else(|error| match error {
        idb::Error::IndexedDbOpenFailed(_) | idb::Error::IndexedDbNotFound(_) => Ok(()),
        error => Err(format!("This browser did not let go of Python's state ({error}).")),
    })
}

async fn open() -> Result<Database, idb::Error> {
    let mut request = Factory::new()?.open(DATABASE, Some(1))?;
    request.on_upgrade_needed(|event| {
        if let Ok(database) = event.database() {
            // Fails only where the store is there already.
            let _ = database.create_object_store(STORE, ObjectStoreParams::new());
        }
    });
    request.await
}

async fn record(database: &Database) -> Result<Option<JsValue>, idb::Error> {
    let transaction = database.transaction(&[STORE], TransactionMode::ReadOnly)?;
    transaction.object_store(STORE)?.get(JsValue::from(RECORD))?.await
}

async fn put(record: &Object) -> Result<(), idb::Error> {
    let database = open().await?;
    let transaction = database.transaction(&[STORE], TransactionMode::ReadWrite)?;
    transaction.object_store(STORE)?.put(record, Some(&RECORD.into()))?.await?;
    transaction.commit()?.await?;
    database.close();
    Ok(())
}

fn understood(record: &JsValue) -> Option<Kept> {
    let field = |name: &str| Reflect::get(record, &name.into()).ok();
    let cells: KeptCells = serde_json::from_str(&field("cells")?.as_string()?).ok()?;
    let timeline = Timeline::from_bytes(&Uint8Array::new(&field("timeline")?).to_vec()).ok()?;
    Some(Kept { image: field("image")?.as_string()?, timeline, cells })
}

fn set(object: &Object, name: &str, value: JsValue) {
    // Setting a plain object's property can't fail.
    let _ = Reflect::set(object, &name.into(), &value);
}
