//! A headless Chromium, told what to do by the DevTools protocol over two pipes.

use super::{Home, PATIENCE, Running};
use serde_json::{Value, json};
use std::cell::{Cell, RefCell};
use std::fs::{File, OpenOptions};
use std::io::{BufRead, BufReader, Write};
use std::process::Command;
use std::sync::mpsc::{Receiver, channel};
use std::thread;

/// The browser, with one page open.
pub(crate) struct Browser {
    commands: RefCell<File>,
    answers: Receiver<Value>,
    /// What happened while an answer was waited for.
    events: RefCell<Vec<Value>>,
    last: Cell<u64>,
    session: String,
    _running: Running,
}

impl Browser {
    /// Starts it, in a home of its own.
    pub(crate) fn start(home: &Home) -> Self {
        for pipe in ["commands", "answers"] {
            assert!(Command::new("mkfifo").arg(home.path(pipe)).status().unwrap().success());
        }
        // Its own sandbox needs rights that a container does not give; the pages are our own.
        let script = "exec chromium --headless --no-sandbox --disable-gpu --disable-dev-shm-usage --no-first-run \
                      --disable-background-networking --hide-scrollbars --force-color-profile=srgb \
                      --remote-debugging-pipe --user-data-dir=profile about:blank 3<commands 4>answers";
        let running = Running::new(home.command("sh").args(["-c", script]), None);
        let commands = OpenOptions::new().write(true).open(home.path("commands")).unwrap();
        let reader = BufReader::new(File::open(home.path("answers")).unwrap());
        let (tell, answers) = channel();
        thread::spawn(move || {
            for message in reader.split(0).map_while(Result::ok) {
                let _ = tell.send(serde_json::from_slice(&message).unwrap());
            }
        });
        let mut browser = Self {
            commands: RefCell::new(commands),
            answers,
            events: RefCell::default(),
            last: Cell::new(0),
            session: String::new(),
            _running: running,
        };
        let target = browser.tell("Target.createTarget", &json!({ "url": "about:blank" }));
        let attach = json!({ "targetId": target["targetId"], "flatten": true });
        let attached = browser.tell("Target.attachToTarget", &attach);
        browser.session = attached["sessionId"].as_str().unwrap().into();
        for part in ["Page", "Network", "Log", "Runtime"] {
            browser.tell(&format!("{part}.enable"), &json!({}));
        }
        browser
    }

    /// Gives a command and waits for what it gives back.
    pub(crate) fn tell(&self, method: &str, parameters: &Value) -> Value {
        let id = self.last.get() + 1;
        self.last.set(id);
        let mut message = json!({ "id": id, "method": method, "params": parameters });
        if !self.session.is_empty() {
            message["sessionId"] = json!(self.session);
        }
        let mut commands = self.commands.borrow_mut();
        commands.write_all(message.to_string().as_bytes()).and_then(|()| commands.write_all(&[0])).unwrap();
        loop {
            let answer = self.answers.recv_timeout(PATIENCE).expect("the browser answers");
            if answer["id"] == id {
                assert!(answer.get("error").is_none(), "{method}: {}", answer["error"]);
                return answer["result"].clone();
            }
            self.events.borrow_mut().push(answer);
        }
    }

    /// Waits until something has happened, and gives all that happened until then.
    fn happened(&self, method: &str) -> Vec<Value> {
        loop {
            let mut events = self.events.borrow_mut();
            if let Some(at) = events.iter().position(|event| event["method"] == method) {
                return events.drain(..=at).collect();
            }
            events.push(self.answers.recv_timeout(PATIENCE).expect("the page loads"));
        }
    }

    /// Opens an address; gives the addresses that were asked for, and what was complained of.
    pub(crate) fn opens(&self, address: &str) -> (Vec<String>, Vec<String>) {
        self.events.borrow_mut().clear();
        self.tell("Page.navigate", &json!({ "url": address }));
        let mut events = self.happened("Page.loadEventFired");
        // What the page would do after it has loaded comes before the answer to this.
        self.gives("new Promise(done => requestAnimationFrame(() => setTimeout(done, 0)))");
        events.append(&mut self.events.borrow_mut());
        let text = |event: &Value, path: &str| event.pointer(path).map_or(String::new(), ToString::to_string);
        let of = |method: &str, path: &str| {
            let events = events.iter().filter(|event| event["method"] == method);
            events.map(|event| text(event, path).trim_matches('"').to_owned()).collect::<Vec<_>>()
        };
        let mut complaints = of("Log.entryAdded", "/params/entry/text");
        complaints.extend(of("Runtime.exceptionThrown", "/params/exceptionDetails/text"));
        complaints.extend(of("Runtime.consoleAPICalled", "/params/args"));
        complaints.extend(of("Page.javascriptDialogOpening", "/params/message"));
        // A request that the page's policy stopped never left.
        let stopped =
            events.iter().filter(|event| event.pointer("/params/blockedReason") == Some(&json!("csp")));
        let stopped: Vec<String> = stopped.map(|event| text(event, "/params/requestId")).collect();
        events.retain(|event| !stopped.contains(&text(event, "/params/requestId")));
        let of_requests = events.iter().filter(|event| event["method"] == "Network.requestWillBeSent");
        let requests =
            of_requests.map(|event| text(event, "/params/request/url").trim_matches('"').to_owned());
        (requests.collect(), complaints)
    }

    /// Sets the width of the window, in pixels, and the colours that the reader likes.
    pub(crate) fn looks(&self, width: u32, scheme: &str, media: &str) {
        let size = json!({ "width": width, "height": 900, "deviceScaleFactor": 1, "mobile": false });
        self.tell("Emulation.setDeviceMetricsOverride", &size);
        let features = json!([{ "name": "prefers-color-scheme", "value": scheme }]);
        self.tell("Emulation.setEmulatedMedia", &json!({ "media": media, "features": features }));
    }

    /// What an expression gives on the page.
    pub(crate) fn gives(&self, expression: &str) -> Value {
        let call = json!({ "expression": expression, "awaitPromise": true, "returnByValue": true });
        let result = self.tell("Runtime.evaluate", &call);
        assert!(result.get("exceptionDetails").is_none(), "{}", result["exceptionDetails"]);
        result["result"]["value"].clone()
    }

    /// A picture of the whole page, as PNG in base 64.
    ///
    /// The window grows to the height of the page for it: a picture beyond the window is shifted where text runs from
    /// right to left.
    pub(crate) fn picture(&self) -> String {
        let size = self.gives("[innerWidth, document.documentElement.scrollHeight]");
        let size = json!({ "width": size[0], "height": size[1], "deviceScaleFactor": 1, "mobile": false });
        self.tell("Emulation.setDeviceMetricsOverride", &size);
        let picture = self.tell("Page.captureScreenshot", &json!({}));
        picture["data"].as_str().unwrap().to_owned()
    }

    /// The page on paper of this width and height, in inches, as PDF in base 64.
    pub(crate) fn print(&self, (width, height): (f64, f64)) -> String {
        let paper = json!({ "printBackground": true, "paperWidth": width, "paperHeight": height, "preferCSSPageSize": true });
        self.tell("Page.printToPDF", &paper)["data"].as_str().unwrap().to_owned()
    }
}
