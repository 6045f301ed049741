//! The session bus, of which no message costs more than it may: the body of one that is too long is left out, before
//! there is room for it. Whoever waits for it still gets its head: a call is refused, an answer has no value.

use crate::host::bus;
use std::future::poll_fn;
use std::io::{self, ErrorKind};
use std::os::fd::{BorrowedFd, OwnedFd};
use std::path::PathBuf;
use std::pin::Pin;
use std::str::FromStr;
use std::time::Duration;
use tokio::io::AsyncWrite;
use tokio::net::UnixStream;
use tokio::net::unix::{OwnedReadHalf, OwnedWriteHalf};
use zbus::address::transport::{Transport, Unix, UnixSocket};
use zbus::connection::Builder;
use zbus::connection::socket::{ReadHalf, Socket, Split, WriteHalf};
use zbus::export::async_trait::async_trait;
use zbus::message::Type;
use zbus::{Address, Message};

/// The longest message that is taken, in bytes. The bus hands over 128 MiB; the longest that the daemon asks for is a
/// list of names. Some dozens may wait in a queue, and the unit's limit is 64 MiB.
const LONGEST: u64 = 128 * 1024;

/// The longest of those that come unasked, from any program and as many as it likes: a signal, of which those of the
/// service manager are a few kilobytes long, and a call, which has the id of a day at most.
const LONGEST_SIGNAL: u64 = 32 * 1024;
const LONGEST_CALL: u64 = 4 * 1024;

/// The bytes that say how long a message is.
const HEADER: usize = 16;
const KIND: usize = 1;
const BODY_LENGTH: std::ops::Range<usize> = 4..8;
const FIELDS_LENGTH: std::ops::Range<usize> = 12..16;

/// How long a bus is left alone that has no room for another connection.
const FULL: Duration = Duration::from_millis(20);

/// The session bus, ready to be connected to: the first of its addresses where something listens.
///
/// # Errors
/// When an address is no Unix socket, or nothing listens there: the error of the last one.
pub(super) async fn session() -> zbus::Result<Builder<'static>> {
    let given = bus::addresses();
    let Some((last, first)) = given.split_last() else {
        return connected(default_address()?).await;
    };
    for address in first {
        match connected_to(address).await {
            Ok(builder) => return Ok(builder),
            Err(error) => log::debug!("{error}"),
        }
    }
    connected_to(last).await
}

/// Where systemd puts the bus.
fn default_address() -> zbus::Result<Address> {
    match bus::default_socket() {
        Some(path) => Ok(Address::from(Transport::Unix(Unix::new(UnixSocket::File(path))))),
        None => Address::session(),
    }
}

async fn connected_to(address: &str) -> zbus::Result<Builder<'static>> {
    if !bus::is_socket(address) {
        let kind: String = address.split_inclusive(':').next().unwrap_or_default().chars().take(20).collect();
        return Err(zbus::Error::Failure(format!(
            "`{}` is no Unix socket, as in `unix:path=…`, but `{kind}…`, which is not followed",
            bus::VARIABLE
        )));
    }
    connected(Address::from_str(address)?).await
}

async fn connected(address: Address) -> zbus::Result<Builder<'static>> {
    let path = match address.transport() {
        Transport::Unix(unix) => match unix.path() {
            UnixSocket::File(path) => Some(path.clone()),
            UnixSocket::Abstract(name) => Some(abstract_path(name)),
            _ => None,
        },
        _ => None,
    };
    let Some(path) = path else { return Err(zbus::Error::Unsupported) };
    let stream = loop {
        match UnixStream::connect(&path).await {
            Err(error) if error.kind() == ErrorKind::WouldBlock => tokio::time::sleep(FULL).await,
            connected => break connected,
        }
    };
    let stream = stream.map_err(|error| zbus::Error::Connection(error.into(), Box::new(address)))?;
    Ok(Builder::socket(Bounded(stream)))
}

/// The path by which the kernel knows a name that lies in no folder.
fn abstract_path(name: &std::ffi::OsStr) -> PathBuf {
    let mut path = std::ffi::OsString::from("\0");
    path.push(name);
    path.into()
}

struct Bounded(UnixStream);

impl Socket for Bounded {
    type ReadHalf = Reader<Bytes>;
    type WriteHalf = Writer;

    fn split(self) -> Split<Reader<Bytes>, Writer> {
        let (read, write) = self.0.into_split();
        Split::new(Reader { inner: Bytes(read), passed_over: 0, has_told: false }, Writer(write))
    }
}

/// What comes, byte for byte.
#[derive(Debug)]
struct Bytes(OwnedReadHalf);

#[async_trait]
impl ReadHalf for Bytes {
    async fn recvmsg(&mut self, buffer: &mut [u8]) -> io::Result<(usize, Vec<OwnedFd>)> {
        loop {
            self.0.readable().await?;
            match self.0.try_read(buffer) {
                Err(error) if error.kind() == ErrorKind::WouldBlock => {}
                read => return Ok((read?, Vec::new())),
            }
        }
    }
}

/// What comes, without the messages that are too long.
#[derive(Debug)]
struct Reader<R> {
    inner: R,
    /// How much of a message is still to be passed over.
    passed_over: u64,
    /// Whether it was said that there was one.
    has_told: bool,
}

impl<R: ReadHalf> Reader<R> {
    /// Reads on until `ahead` begins with a message that is not too long, or with one whose body is left out.
    async fn reach_message(&mut self, ahead: &mut Vec<u8>) -> io::Result<()> {
        let mut buffer = [0; 4096];
        loop {
            let known = usize::try_from(self.passed_over).unwrap_or(usize::MAX).min(ahead.len());
            ahead.drain(..known);
            self.passed_over -= known as u64;
            let longest = longest(ahead);
            let wanted = match (self.passed_over, ahead.first_chunk().map(lengths)) {
                (0, None) => (HEADER - ahead.len()) as u64,
                (0, Some(Some((head, body)))) if head + body > longest => {
                    let missing = head.saturating_sub(ahead.len() as u64);
                    if head > longest {
                        self.tell(head + body);
                        self.passed_over = head + body;
                        continue;
                    }
                    if missing == 0 {
                        self.tell(head + body);
                        ahead[BODY_LENGTH].fill(0);
                        self.passed_over = body;
                        return Ok(());
                    }
                    missing
                }
                (0, Some(_)) => return Ok(()),
                (rest, _) => rest,
            };
            let wanted = usize::try_from(wanted).unwrap_or(usize::MAX).min(buffer.len());
            let (read, _) = self.inner.recvmsg(&mut buffer[..wanted]).await?;
            if read == 0 {
                return Err(ErrorKind::UnexpectedEof.into());
            }
            ahead.extend_from_slice(&buffer[..read]);
        }
    }

    /// Says so once: who floods the bus is not to flood the journal.
    fn tell(&mut self, length: u64) {
        let level = if self.has_told { log::Level::Debug } else { log::Level::Warn };
        log::log!(level, "a message of {length} bytes came over the bus, and is passed over");
        self.has_told = true;
    }
}

#[async_trait]
impl<R: ReadHalf> ReadHalf for Reader<R> {
    async fn receive_message(
        &mut self,
        seq: u64,
        ahead: &mut Vec<u8>,
        descriptors: &mut Vec<OwnedFd>,
    ) -> zbus::Result<Message> {
        self.reach_message(ahead).await?;
        self.inner.receive_message(seq, ahead, descriptors).await
    }

    async fn recvmsg(&mut self, buffer: &mut [u8]) -> io::Result<(usize, Vec<OwnedFd>)> {
        self.inner.recvmsg(buffer).await
    }
}

#[derive(Debug)]
struct Writer(OwnedWriteHalf);

#[async_trait]
impl WriteHalf for Writer {
    async fn sendmsg(&mut self, buffer: &[u8], _: &[BorrowedFd<'_>]) -> io::Result<usize> {
        loop {
            self.0.writable().await?;
            match self.0.try_write(buffer) {
                Err(error) if error.kind() == ErrorKind::WouldBlock => {}
                written => return written,
            }
        }
    }

    async fn close(&mut self) -> io::Result<()> {
        poll_fn(|context| Pin::new(&mut self.0).poll_shutdown(context)).await
    }
}

/// How long a message may be that begins so.
fn longest(message: &[u8]) -> u64 {
    match message.get(KIND) {
        Some(kind) if *kind == Type::MethodCall as u8 => LONGEST_CALL,
        Some(kind) if *kind == Type::Signal as u8 => LONGEST_SIGNAL,
        _ => LONGEST,
    }
}

/// How long the head of a message is, and how long its body; `None` where these bytes begin none.
fn lengths(header: &[u8; HEADER]) -> Option<(u64, u64)> {
    let number = |range: std::ops::Range<usize>| {
        let bytes = *header.get(range)?.first_chunk()?;
        match header[0] {
            b'l' => Some(u64::from(u32::from_le_bytes(bytes))),
            b'B' => Some(u64::from(u32::from_be_bytes(bytes))),
            _ => None,
        }
    };
    let (body, fields) = (number(BODY_LENGTH)?, number(FIELDS_LENGTH)?);
    Some(((HEADER as u64 + fields).next_multiple_of(8), body))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Gives a few bytes at a time.
    #[derive(Debug)]
    struct Pieces(std::collections::VecDeque<u8>, usize);

    #[async_trait]
    impl ReadHalf for Pieces {
        async fn recvmsg(&mut self, buffer: &mut [u8]) -> io::Result<(usize, Vec<OwnedFd>)> {
            let count = buffer.len().min(self.1).min(self.0.len());
            self.0.drain(..count).zip(buffer).for_each(|(byte, place)| *place = byte);
            Ok((count, Vec::new()))
        }
    }

    fn message(kind: Type, body: usize) -> Vec<u8> {
        let call = || Message::method_call("/a", "C");
        let message = match kind {
            Type::MethodCall => call(),
            Type::Signal => Message::signal("/a", "a.b", "C"),
            _ => Message::method_return(&call().build(&()).unwrap().header()),
        };
        message.build(&"x".repeat(body)).unwrap().data().to_vec()
    }

    #[tokio::test(flavor = "current_thread")]
    async fn the_body_of_what_is_too_long_is_left_out_and_what_is_around_it_comes() {
        let kinds =
            [(Type::MethodCall, LONGEST_CALL), (Type::Signal, LONGEST_SIGNAL), (Type::MethodReturn, LONGEST)];
        let ways = [(1, 0), (7, 5), (4096, 16), (100_000, 40), (1 << 20, 12_000)];
        for ((kind, longest), (piece, already)) in
            kinds.into_iter().flat_map(|kind| ways.map(|way| (kind, way)))
        {
            let long = usize::try_from(longest).unwrap();
            let bodies = [10, long, 0, 3 * long, long + 1, 1000];
            let mut bytes: Vec<u8> = bodies.into_iter().flat_map(|body| message(kind, body)).collect();
            let mut ahead: Vec<u8> = bytes.drain(..already).collect();
            let mut reader = Reader { inner: Pieces(bytes.into(), piece), passed_over: 0, has_told: false };
            // Of the long ones the head comes, and says whom it is for.
            for expected in [Some(10), None, Some(0), None, None, Some(1000)] {
                let got = reader.receive_message(1, &mut ahead, &mut Vec::new()).await.unwrap();
                assert_eq!(got.message_type(), kind);
                let text = got.body().deserialize::<String>().ok();
                assert_eq!(text.map(|text| text.len()), expected, "{piece} {already}");
            }
            assert!(reader.receive_message(1, &mut ahead, &mut Vec::new()).await.is_err());
        }
    }

    #[test]
    fn the_length_is_that_of_the_message() {
        for body in 0..40 {
            let message = message(Type::Signal, body);
            let (head, rest) = lengths(message.first_chunk().unwrap()).unwrap();
            assert_eq!(head + rest, message.len() as u64);
        }
        assert_eq!(lengths(&[b'x'; HEADER]), None);
    }
}
