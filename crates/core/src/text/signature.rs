//! Files that are no text, by their first bytes.

/// PDF, archives that are not unpacked, pictures, programs and databases.
const OTHERS: [&[u8]; 17] = [
    b"%PDF-",
    b"\x1F\x8B",
    b"7z\xBC\xAF\x27\x1C",
    b"Rar!\x1A\x07",
    b"\xFD7zXZ\x00",
    b"\x28\xB5\x2F\xFD",
    b"\x89PNG\r\n\x1A\n",
    b"\xFF\xD8\xFF",
    b"GIF87a",
    b"GIF89a",
    b"\x7FELF",
    b"MZ\x90\x00",
    b"\0asm",
    b"\xCA\xFE\xBA\xBE",
    b"\xCF\xFA\xED\xFE",
    b"\xFE\xED\xFA\xCF",
    b"SQLite format 3\0",
];

/// Whether the bytes begin as a file does that is no text.
pub(super) fn is_binary(bytes: &[u8]) -> bool {
    OTHERS.iter().any(|start| bytes.starts_with(start))
}
