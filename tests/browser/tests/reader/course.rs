//! What a course has beside ordinary cells: diagrams, terms, exercises with answers, checks, programs for another
//! interpreter.

use std::time::{Duration, Instant};

use browser::{Reader, of};
use fantoccini::Locator;
use serde_json::json;

const CHECKS: &str = "#/run-all-checks";
/// How long running all cells of all pages may take, in the slowest engine.
const CHECKED_WITHIN: Duration = Duration::from_secs(600);

async fn pages(reader: &Reader) -> Vec<String> {
    let pages = reader
        .ask("[...document.querySelectorAll('nav[aria-label=Pages] a')].map((link) => link.getAttribute('href'))")
        .await;
    serde_json::from_value(pages).expect("addresses")
}

#[tokio::test]
async fn every_cell_of_every_page_gives_here_what_its_page_says() {
    let reader = Reader::new().await;
    reader.open(CHECKS).await;
    reader.press("[data-checks]", "Run all checks here").await;
    let began = Instant::now();
    while reader.ask("document.querySelector('[data-checks]').dataset.checks").await != json!("done") {
        assert!(began.elapsed() < CHECKED_WITHIN, "{}", reader.text("[data-checks]").await);
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
    let wrong = "[...document.querySelectorAll('[data-checks] tr:not([data-verdict=passed]) td:last-child')].map((cell) => cell.textContent)";
    assert_eq!(reader.ask(wrong).await, json!([]));
    assert!(reader.text(".checks-summary").await.starts_with("All "));
    assert_eq!(reader.complaints().await, Vec::<String>::new());
    reader.photograph("checks").await;
    reader.leave().await.expect("the browser ends");
}

#[tokio::test]
async fn every_page_is_accessible_and_fits_a_phone() {
    let reader = Reader::new().await;
    reader.open("").await;
    for page in pages(&reader).await {
        reader.visit(&format!("/{page}")).await;
        for (width, theme) in [(1280, "light"), (360, "dark")] {
            reader.resize(width, 900).await;
            reader.ask(&format!("document.documentElement.setAttribute('data-theme', '{theme}')")).await;
            reader.find("main h1").await;
            // What stands there before an editor is made is looked at by nobody for long.
            reader.until_editors().await;
            reader.is_accessible(&format!("{page} at {width} pixels")).await;
            reader
                .photograph(&format!(
                    "{}-{width}",
                    page.trim_start_matches("#/").split('-').take(3).collect::<Vec<_>>().join("-")
                ))
                .await;
        }
    }
    reader.leave().await.expect("the browser ends");
}

#[tokio::test]
async fn maps_lead_somewhere_and_say_where_one_is() {
    let reader = Reader::new().await;
    reader.open("#/interface-contracts-with-abcs-protocols-and-subclasshook").await;
    assert_eq!(reader.ask("document.querySelectorAll('.diagram').length").await, json!(2));
    assert!(
        reader
            .ask("document.querySelector('.diagram .wide .here text').textContent")
            .await
            .as_str()
            .is_some_and(|text| text.contains("Interface"))
    );
    let shown = "['wide', 'tall'].map((kind) => document.querySelector(`.diagram .${kind}`).getBoundingClientRect().height > 0)";
    assert_eq!(reader.ask(shown).await, json!([true, false]));
    reader.resize(360, 900).await;
    assert_eq!(reader.ask(shown).await, json!([false, true]));
    reader.ask("document.querySelector('.diagram .tall a').dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))").await;
    reader.until("document.querySelector('main h1').textContent === 'Overview'").await;
    reader.leave().await.expect("the browser ends");
}

#[tokio::test]
async fn a_term_says_what_it_means() {
    let reader = Reader::new().await;
    reader.open("#/observability-reversibility-and-monkey-patching-boundaries").await;
    reader.find("a.term").await;
    // In WebKit no element of a window can get the focus while the window does not have it, so the pointer is used.
    reader.ask("document.querySelector('a.term').dispatchEvent(new MouseEvent('mouseover', { bubbles: true }))").await;
    let name = reader.ask("document.querySelector('a.term').textContent").await;
    let name = name.as_str().expect("a text").replace('\n', " ").to_lowercase();
    let card = reader.text(".term-card").await.to_lowercase();
    let title = reader.text(".term-card strong").await.to_lowercase();
    assert!(name.starts_with(&title) && card.len() > title.len() + 20, "{name}: {card}");
    reader.photograph("term").await;
    reader.ask("document.querySelector('a.term').dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }))").await;
    reader.until("document.querySelector('.term-card') === null").await;
    // The term is a link, which leads to the term's row on the glossary page.
    let row = reader.ask("document.querySelector('a.term').dataset.term").await;
    let row = row.as_str().expect("a name").to_owned();
    reader.ask("location.hash = document.querySelector('a.term').getAttribute('href')").await;
    reader.until(&format!("document.getElementById('{row}')?.tagName === 'TR'")).await;
    reader.leave().await.expect("the browser ends");
}

#[tokio::test]
async fn an_answer_opens_after_an_attempt_and_stands_beside_it() {
    let reader = Reader::new().await;
    reader.open("#/exercises").await;
    let exercise = reader.find("[data-exercise]").await;
    let id = exercise.attr("data-exercise").await.expect("the browser answers").unwrap_or_default();
    let place = format!("[data-exercise={id}]");
    assert_eq!(exercise.attr("data-state").await.expect("the browser answers").as_deref(), Some("open"));
    for field in exercise.find_all(Locator::Css("textarea")).await.expect("the browser answers") {
        field.send_keys("Mine, in a sentence of words.").await.expect("keys");
    }
    reader.find(&format!("{place}[data-state=attempted]")).await;
    reader.client.refresh().await.expect("the page reloads");
    reader.find(&format!("{place}[data-state=attempted]")).await;
    // Boxes alone do not open it, where an answer can be checked.
    reader.until_python("ready").await;
    reader.until_editors().await;
    reader.press(&place, "Show answer").await;
    reader.write("unsafe-formula", "def fires(formula, samples):\n    return False\n").await;
    reader.press(&place, "Check").await;
    reader.find(&format!("{place} .verdict li[data-ok=no]")).await;
    assert_eq!(reader.ask("location.hash").await, json!("#/exercises"));
    reader.photograph("exercise").await;
    reader.press(&place, "Show answer").await;
    reader.find(&format!("[data-answer={id}] .model")).await;
    assert!(reader.text(&format!("[data-answer={id}] .own dd")).await.contains("Mine"));
    assert!(!reader.all("[data-answer].closed").await.is_empty(), "the others stay closed");
    reader.photograph("answer").await;
    reader.leave().await.expect("the browser ends");
}

#[tokio::test]
async fn another_interpreter_shares_nothing_and_can_be_late() {
    let reader = Reader::new().await;
    reader.open("").await;
    reader.choose_limit("300").await;
    assert_eq!(
        reader
            .try_out(
                "import isolation\nsecret = 1\nprint(isolation.run('print(6 * 7, \"secret\" in globals())').stdout)"
            )
            .await,
        "ok"
    );
    assert!(reader.output("scratch").await.starts_with("42 False"));
    let late = "import isolation\ntry:\n    isolation.run('while True: pass', timeout=0.5)\nexcept isolation.TimeoutExpired as late:\n    print(late)\nsecret += 1\nprint(secret)";
    assert_eq!(reader.try_out(late).await, "ok");
    assert!(reader.output("scratch").await.ends_with("after 0.5 seconds\n2"), "{}", reader.output("scratch").await);
    // A run that waits for another interpreter can be stopped.
    reader.write("scratch", "isolation.run('while True: pass', timeout=60)").await;
    reader.start("scratch").await;
    reader.until("document.querySelector('[data-cell=scratch] .elapsed') !== null").await;
    reader.press(&of("scratch"), "Stop").await;
    assert_eq!(reader.until_ended("scratch").await, "stopped");
    assert_eq!(reader.try_out("secret").await, "ok");
    assert_eq!(reader.output("scratch").await, "2");
    assert_eq!(reader.complaints().await, Vec::<String>::new());
    reader.leave().await.expect("the browser ends");
}
