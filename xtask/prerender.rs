//! `prerender <course.jsonl> <out>`: writes each page of the course as HTML, as `<out>/<slug>.html`.

use std::error::Error;
use std::fs;
use std::path::Path;
use std::rc::Rc;

use workbook::app::prerender::page;
use workbook::lesson::file;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [course, out] = arguments.as_slice() else {
        return Err("usage: prerender <course.jsonl> <out>".into());
    };
    let course = Rc::new(file::read_all(&fs::read(course)?)?.course);
    fs::create_dir_all(out)?;
    for lesson in &course.pages {
        let html = pollster::block_on(page(course.clone(), &lesson.slug));
        fs::write(Path::new(out).join(format!("{}.html", lesson.slug)), html)?;
    }
    Ok(())
}
