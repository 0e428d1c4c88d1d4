//! The program of a worker.

fn main() {
    workbook::worker::start();
}
