use super::*;
use crate::value::AddressRange;

#[test]
fn codes_are_distinct_and_read_back() {
    for list in List::ALL {
        assert_eq!(List::of_code(list.code()), Some(*list));
        let json = serde_json::to_value(list).unwrap();
        assert_eq!(json, list.code());
    }
}

#[test]
fn a_span_is_told_as_its_addresses_are_sent() {
    for text in [
        "198.51.100.0/24",
        "192.0.2.7",
        "2001:0db8:0000:0000:0000:0000:0000:0000/32",
        "2001:0db8:0000:0000:0000:0000:0000:0001",
        "0.0.0.0/0",
    ] {
        let span = match text.parse() {
            Ok(address) => Span::single(address),
            Err(_) => Span::of(AddressRange::parse(text).unwrap()),
        };
        assert_eq!(span.to_string(), text);
    }
}

#[test]
fn an_undone_change_does_not_hide_a_value() {
    let guard = Guard::new(&Own {
        names: vec!["xn--bcher-kva.example".to_owned()],
        ..Own::default()
    });
    for value in [
        "xn--bcher-kva.example",
        "bücher.example",
        "BÜCHER.example",
        "*.bücher.example",
        ".xn--bcher-kva.example.",
        " mail.bücher.example ",
    ] {
        let caught = guard.check(IndicatorType::DomainName, value, Action::Block);
        assert_eq!(caught.map(|caught| caught.list), Some(List::Own), "{value}");
    }
}

#[test]
fn of_equals_the_first_list_is_told() {
    let own = Own {
        names: vec!["co.uk".to_owned()],
        addresses: vec!["10.0.0.0/8".to_owned()],
        sign_in: vec!["co.uk".to_owned(), "10.0.0.1".to_owned()],
    };
    let guard = Guard::new(&own);
    for (kind, value) in [
        (IndicatorType::DomainName, "co.uk"),
        (IndicatorType::IpAddress, "10.0.0.1"),
    ] {
        let caught = guard.check(kind, value, Action::Block);
        assert_eq!(caught.map(|caught| caught.list), Some(List::Own), "{value}");
    }
}

#[test]
fn what_protects_nothing_is_passed_over() {
    let nothing = Own {
        names: vec![String::new(), ".".to_owned(), "  ".to_owned()],
        ..Own::default()
    };
    let guard = Guard::new(&nothing);
    for value in ["evil.example", ".", "", "..", "192.0.2.1"] {
        let caught = guard.check(IndicatorType::DomainName, value, Action::Block);
        assert_eq!(caught, None, "{value}");
    }
}

#[test]
fn numbers_of_a_list_are_read_to_their_last_bit() {
    /// One span at the number, and its bytes in LEB128.
    fn list(mut number: u128) -> Vec<u8> {
        let mut bytes = Vec::new();
        while number > 0x7f {
            bytes.push(number.to_le_bytes()[0] | 0x80);
            number >>= 7;
        }
        bytes.extend([number.to_le_bytes()[0], 0]);
        bytes
    }
    // An address with no higher bit may hold an IPv4 address.
    for bit in 0..128 {
        let number = (1_u128 << bit) | (1 << 126);
        let ranges = ranges::Ranges::read(&list(number), 1).expect("a number");
        let at = |number: u128| Span::single(std::net::Ipv6Addr::from(number).into());
        assert!(ranges.meeting(at(number)).is_some(), "{bit}");
        assert!(ranges.meeting(at(number - 1)).is_none(), "{bit}");
    }
    let too_long = [vec![0xff; 18], vec![0x04, 0]].concat();
    assert!(ranges::Ranges::read(&too_long, 1).is_err());
    assert!(ranges::Ranges::read(&[vec![0x80; 40], vec![0, 0]].concat(), 1).is_err());
    // Behind the last of all numbers nothing can come.
    assert!(ranges::Ranges::read(&list(u128::MAX), 1).is_err());
}
