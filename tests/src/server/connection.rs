//! One connection: requests are read whole, then their scripts are played.

use std::{
    io::{ErrorKind, Read, Write},
    net::{Shutdown, TcpStream},
    time::{Duration, Instant},
};

use super::{Received, Step, state::State};

/// How long the server waits before it looks whether it has to end.
const TICK: Duration = Duration::from_millis(5);
/// No request and no answer takes longer, whatever a test forgets.
const LONGEST: Duration = Duration::from_secs(20);

pub(super) fn serve(mut stream: TcpStream, state: &State) {
    let ready = stream
        .set_read_timeout(Some(TICK))
        .and_then(|()| stream.set_write_timeout(Some(TICK)))
        .and_then(|()| stream.set_nodelay(true));
    if ready.is_err() {
        return;
    }
    loop {
        let script = state.next_script();
        let unread = script.as_ref().is_some_and(|script| script.unread);
        let arrived = unread || read_request(&mut stream, state);
        match script {
            Some(script) if arrived => {
                let keep = script.keep;
                let done = if unread {
                    idle(state)
                } else {
                    play(&mut stream, state, script.steps)
                };
                if !(keep && done) {
                    break;
                }
            }
            Some(script) => {
                state.give_back(script);
                break;
            }
            None => break,
        }
    }
    drop(stream.shutdown(Shutdown::Write));
    // Unread bytes would turn the close into a reset, which may overtake the answer.
    wait(&mut stream, state);
}

/// Reads one request and records it. False where nothing came.
fn read_request(stream: &mut TcpStream, state: &State) -> bool {
    let mut request = Received(Vec::new());
    let deadline = Instant::now() + LONGEST;
    let mut buffer = [0; 4096];
    while !request.is_whole() && !state.is_stopped() && Instant::now() < deadline {
        match stream.read(&mut buffer) {
            Ok(0) => break,
            Ok(count) => request
                .0
                .extend_from_slice(buffer.get(..count).unwrap_or_default()),
            Err(error) if is_tick(error.kind()) => {}
            Err(_) => break,
        }
    }
    if request.0.is_empty() {
        return false;
    }
    state.record(request);
    true
}

/// Plays the steps. False where the client hung up, or the server is to end.
fn play(stream: &mut TcpStream, state: &State, steps: Vec<Step>) -> bool {
    steps.into_iter().all(|step| match step {
        Step::Send(bytes) => write_all(stream, state, &bytes),
        Step::Pause(duration) => {
            std::thread::sleep(duration.min(LONGEST));
            !state.is_stopped()
        }
        Step::Stall => {
            wait(stream, state);
            false
        }
        Step::Flood(bytes) => {
            let deadline = Instant::now() + LONGEST;
            while Instant::now() < deadline && write_all(stream, state, &bytes) {}
            false
        }
    })
}

fn write_all(stream: &mut TcpStream, state: &State, mut bytes: &[u8]) -> bool {
    let deadline = Instant::now() + LONGEST;
    while !bytes.is_empty() {
        if state.is_stopped() || Instant::now() >= deadline {
            return false;
        }
        match stream.write(bytes) {
            Ok(count) => {
                state.wrote(count);
                bytes = bytes.get(count..).unwrap_or_default();
            }
            Err(error) if is_tick(error.kind()) => {}
            Err(_) => return false,
        }
    }
    true
}

/// Reads nothing until the server is to end.
fn idle(state: &State) -> bool {
    let deadline = Instant::now() + LONGEST;
    while !state.is_stopped() && Instant::now() < deadline {
        std::thread::sleep(TICK);
    }
    false
}

/// Waits until the client hangs up or the server is to end.
fn wait(stream: &mut TcpStream, state: &State) {
    let deadline = Instant::now() + LONGEST;
    let mut buffer = [0; 4096];
    while !state.is_stopped() && Instant::now() < deadline {
        match stream.read(&mut buffer) {
            Ok(0) => return,
            Ok(_) => {}
            Err(error) if is_tick(error.kind()) => {}
            Err(_) => return,
        }
    }
}

fn is_tick(kind: ErrorKind) -> bool {
    matches!(
        kind,
        ErrorKind::WouldBlock | ErrorKind::TimedOut | ErrorKind::Interrupted
    )
}
