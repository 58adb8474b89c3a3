//! What becomes of archives and workbooks, sound and hostile.

mod archives;
mod hostile;
mod made;
mod sheets;
mod workbooks;
