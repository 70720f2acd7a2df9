//! Everything that the page shows, in one value, and every way that it changes, in one place.

use std::collections::BTreeSet;
use std::ops::{Deref, Range};
use std::rc::Rc;

use lede::analysis::{BlockId, EntityId, QuotationId};
use lede::view::pieces::{back_from, cost, reach};
pub use lede::view::selection::Selected;
use lede::view::steps::{self, Among, Stop};
use lede::view::{View, rows};
use yew::prelude::*;

/// An analysed article. Two are equal where they are the same one.
#[derive(Clone)]
pub struct SharedView(pub Rc<View>);

impl PartialEq for SharedView {
    fn eq(&self, other: &SharedView) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Deref for SharedView {
    type Target = View;

    fn deref(&self) -> &View {
        &self.0
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Phase {
    #[default]
    Empty,
    Analysing,
    Ready,
    Failed,
}

impl Phase {
    fn name(self) -> &'static str {
        match self {
            Phase::Empty => "empty",
            Phase::Analysing => "analysing",
            Phase::Ready => "ready",
            Phase::Failed => "error",
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Tab {
    #[default]
    Quotations,
    Names,
    Notes,
    Export,
}

/// Something to bring into view once it is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    Stop(Stop),
    Block(BlockId),
    /// The item of the panel's list.
    Quotation(QuotationId),
    Name(EntityId),
    Editor,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reveal {
    pub target: Target,
    pub focus: bool,
    /// Tells two reveals of the same thing apart.
    pub serial: u32,
}

#[derive(Clone, PartialEq, Default)]
pub struct State {
    pub phase: Phase,
    pub article: Option<SharedView>,
    /// The text that could not be analysed.
    pub unread: Option<Rc<str>>,
    /// The paste area is open.
    pub editing: bool,
    pub selected: Option<Selected>,
    /// The quotation whose "why?" is open.
    pub why: Option<QuotationId>,
    pub tab: Tab,
    /// On a narrow screen: the panel is open.
    pub sheet: bool,
    /// The pieces of the article that are drawn.
    pub shown: Range<usize>,
    /// How much of the article is drawn unasked, as `cost`.
    pub limit: usize,
    /// How many items of each list are drawn, and how many are drawn unasked.
    pub listed: usize,
    pub list_limit: usize,
    /// Folded blocks that were opened, by the first block of their run.
    pub unfolded: Rc<BTreeSet<BlockId>>,
    pub reveal: Option<Reveal>,
    /// The focus came into the article from a list; Escape goes back there.
    pub from_list: bool,
    pub help: bool,
    /// What the status line says.
    pub status: String,
}

pub enum Action {
    Started,
    Finished(SharedView),
    Emptied,
    /// The text that could not be analysed.
    Failed(String),
    Edit(bool),
    /// Chosen in the article: the panel shows it too.
    Choose(Stop),
    /// Chosen in a list: the article shows it too. `true`: the focus goes there.
    Show(Selected, bool),
    Step(Among, Direction),
    /// From the article to the chosen thing's item in the panel.
    Inspect,
    Why(QuotationId),
    /// "Why?" of the chosen quotation.
    WhyChosen,
    OpenTab(Tab),
    Sheet(bool),
    GoTo(BlockId),
    /// The words at a place: chooses nothing.
    LookAt(u32),
    Escape(Where),
    Grow,
    ShowMore,
    ShowEarlier,
    ListMore,
    Unfold(BlockId),
    Help(bool),
    Say(String),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    Forth,
    Back,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Where {
    Article,
    Panel,
}

pub type Dispatch = UseReducerDispatcher<State>;

/// Drawn in the first frame, as `cost`: an ordinary article.
const FIRST: usize = 14_000;
/// Added at a time, within a frame or two.
const STEP: usize = 12_000;
/// The most that is drawn unasked.
const LIMIT: usize = 300_000;
/// The same for the items of a list.
const LIST_FIRST: usize = 80;
const LIST_STEP: usize = 40;
const LIST_LIMIT: usize = 600;
/// An article of at most this many bytes counts as ready when all of it is drawn.
const WHOLE: usize = 100_000;
impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<State>, action: Action) -> Rc<State> {
        let mut state = (*self).clone();
        state.apply(action);
        state.into()
    }
}

impl State {
    fn apply(&mut self, action: Action) {
        match action {
            Action::Started => {
                self.phase = Phase::Analysing;
                self.unread = None;
            }
            Action::Finished(article) => self.finish(article),
            Action::Emptied => {
                *self = State {
                    tab: self.tab,
                    editing: true,
                    status: "Nothing to analyse yet.".to_string(),
                    ..State::default()
                };
            }
            Action::Failed(text) => {
                // The article before is not this text's, and the text must not be lost.
                self.article = None;
                self.editing = true;
                self.unread = Some(text.into());
                self.phase = Phase::Failed;
                self.status = "This text could not be analysed. That is a fault in Lede.".to_string();
            }
            Action::Edit(editing) => {
                self.editing = editing;
                if editing {
                    self.reveal(Target::Editor, true);
                }
            }
            Action::Choose(stop) => {
                self.choose(stop, false);
                self.sheet = true;
            }
            Action::Show(selected, focus) => self.show(selected, focus),
            Action::Step(among, direction) => self.step(among, direction),
            Action::Inspect => self.inspect(),
            Action::Why(id) => {
                self.why = if self.why == Some(id) { None } else { Some(id) };
                self.selected = Some(Selected::Quotation(id));
            }
            Action::WhyChosen => {
                if let Some(Selected::Quotation(id)) = self.selected {
                    self.why = if self.why == Some(id) { None } else { Some(id) };
                    self.tab = Tab::Quotations;
                    self.sheet = true;
                    self.reveal(Target::Quotation(id), false);
                }
            }
            Action::OpenTab(tab) => {
                self.sheet = !(self.sheet && self.tab == tab);
                self.tab = tab;
            }
            Action::Sheet(open) => self.sheet = open,
            Action::GoTo(block) => {
                self.bring(block);
                self.sheet = false;
                self.reveal(Target::Block(block), true);
            }
            Action::LookAt(at) => {
                if let Some(block) = self.article.as_ref().and_then(|a| a.block_at(at)) {
                    self.apply(Action::GoTo(block));
                }
            }
            Action::Escape(from) => self.escape(from),
            Action::Grow => self.grow(),
            Action::ShowMore => {
                self.limit += LIMIT;
                self.grow();
            }
            Action::ShowEarlier => {
                if let Some(article) = &self.article {
                    let start = back_from(&article.pieces, self.shown.start, STEP);
                    self.shown.start = start;
                }
            }
            Action::ListMore => {
                self.list_limit += LIST_LIMIT;
                self.grow();
            }
            Action::Unfold(block) => {
                let unfolded = Rc::make_mut(&mut self.unfolded);
                if !unfolded.remove(&block) {
                    unfolded.insert(block);
                }
            }
            Action::Help(open) => self.help = open,
            Action::Say(words) => self.status = words,
        }
    }

    fn finish(&mut self, article: SharedView) {
        self.phase = Phase::Ready;
        self.status = format!("{}.", capitalised(&article.summary()));
        self.shown = 0..reach(&article.pieces, 0, FIRST);
        self.limit = LIMIT;
        self.listed = LIST_FIRST;
        self.list_limit = LIST_LIMIT;
        self.selected = None;
        self.why = None;
        self.from_list = false;
        self.reveal = None;
        self.unfolded = Rc::default();
        self.article = Some(article);
    }

    fn reveal(&mut self, target: Target, focus: bool) {
        self.reveal = Some(Reveal {
            target,
            focus,
            serial: self.reveal.map_or(0, |r| r.serial) + 1,
        });
    }

    /// Draws the pieces around a block where they are not drawn, and opens it where it is folded.
    fn bring(&mut self, block: BlockId) {
        let Some(article) = self.article.clone() else { return };
        let piece = article.pieces.partition_point(|p| p.block < block);
        if !self.shown.contains(&piece) {
            self.shown = back_from(&article.pieces, piece, STEP / 4)..reach(&article.pieces, piece, FIRST);
            self.limit = LIMIT;
        }
        let first = rows::folded_run(&article, block);
        if let Some(first) = first {
            Rc::make_mut(&mut self.unfolded).insert(first);
        }
    }

    fn choose(&mut self, stop: Stop, focus: bool) {
        let Some(article) = self.article.clone() else { return };
        let block = article.block_at(stop.span(&article).start);
        if let Some(block) = block {
            self.bring(block);
        }
        match stop {
            Stop::Quotation(id) => {
                self.selected = Some(Selected::Quotation(id));
                self.tab = Tab::Quotations;
                self.status = said_of_quotation(&article, id);
            }
            Stop::Mention(id) => {
                let entity = article.mention(id).entity;
                self.selected = Some(Selected::Entity(entity, Some(id)));
                self.tab = Tab::Names;
                self.status = said_of_entity(&article, entity);
            }
        }
        self.from_list = false;
        self.reveal(Target::Stop(stop), focus);
    }

    fn show(&mut self, selected: Selected, focus: bool) {
        let Some(article) = self.article.clone() else { return };
        self.selected = Some(selected);
        let stop = match selected {
            Selected::Quotation(id) => Some(Stop::Quotation(id)),
            Selected::Entity(_, Some(mention)) => Some(Stop::Mention(mention)),
            Selected::Entity(id, None) => {
                let mentions = &article.entity(id).mentions;
                let counted = mentions.iter().find(|&&m| article.names.counts[m as usize]);
                counted.or(mentions.first()).map(|&m| Stop::Mention(m))
            }
            Selected::Voice(voice) => {
                let quotations = &article.voices.list[voice as usize].quotations;
                quotations.first().map(|&q| Stop::Quotation(q))
            }
        };
        let Some(stop) = stop else { return };
        if let Some(block) = article.block_at(stop.span(&article).start) {
            self.bring(block);
        }
        self.from_list = focus;
        // On a narrow screen the panel lies over the article.
        self.sheet = self.sheet && !focus;
        self.reveal(Target::Stop(stop), focus);
    }

    fn step(&mut self, among: Among, direction: Direction) {
        let Some(article) = self.article.clone() else { return };
        let from = match self.selected {
            Some(Selected::Quotation(id)) => Some(Stop::Quotation(id)),
            Some(Selected::Entity(_, Some(mention))) => Some(Stop::Mention(mention)),
            _ => None,
        };
        let find = match direction {
            Direction::Forth => steps::next,
            Direction::Back => steps::previous,
        };
        // Wraps around at the end.
        match find(&article, from, among).or_else(|| find(&article, None, among)) {
            Some(stop) => self.choose(stop, true),
            None => {
                self.status = match among {
                    Among::Everything => "Nothing is marked in this article.",
                    Among::Quotations => "This article has no quotations.",
                    Among::Names => "This article names nobody and nothing.",
                    Among::Unattributed => "Every quotation is attributed.",
                }
                .to_string();
            }
        }
    }

    fn inspect(&mut self) {
        match self.selected {
            Some(Selected::Quotation(id)) => {
                self.tab = Tab::Quotations;
                self.reveal(Target::Quotation(id), true);
            }
            Some(Selected::Entity(id, _)) => {
                self.tab = Tab::Names;
                self.reveal(Target::Name(id), true);
            }
            _ => return,
        }
        self.sheet = true;
    }

    fn escape(&mut self, from: Where) {
        if self.help {
            self.help = false;
            return;
        }
        let stop = match self.selected {
            Some(Selected::Quotation(id)) => Some(Stop::Quotation(id)),
            Some(Selected::Entity(_, Some(mention))) => Some(Stop::Mention(mention)),
            _ => None,
        };
        match (from, stop) {
            (Where::Panel, Some(stop)) => {
                self.sheet = false;
                self.reveal(Target::Stop(stop), true);
            }
            (Where::Panel, None) => self.sheet = false,
            (Where::Article, Some(_)) if self.from_list => {
                self.from_list = false;
                self.inspect();
            }
            (Where::Article, _) => {
                self.selected = None;
                self.why = None;
                self.sheet = false;
            }
        }
    }

    fn grow(&mut self) {
        let Some(article) = self.article.clone() else { return };
        if self.text_grows(&article) {
            self.shown.end = reach(&article.pieces, self.shown.end, STEP);
        }
        if self.lists_grow(&article) {
            self.listed += LIST_STEP;
        }
    }

    /// More is to be drawn without being asked for.
    pub fn grows(&self) -> bool {
        let article = self.article.as_ref();
        article.is_some_and(|a| self.text_grows(a) || self.lists_grow(a))
    }

    fn text_grows(&self, article: &View) -> bool {
        self.shown.end < article.pieces.len() && cost(&article.pieces, self.shown.clone()) < self.limit
    }

    fn lists_grow(&self, article: &View) -> bool {
        let longest = article.voices.listed().max(article.names.len());
        self.listed < longest.min(self.list_limit)
    }

    /// The value of `data-state`.
    pub fn name(&self) -> &'static str {
        let whole = self.article.as_ref().is_some_and(|a| a.source.len() <= WHOLE);
        match self.phase {
            Phase::Ready if whole && self.grows() => Phase::Analysing.name(),
            phase => phase.name(),
        }
    }
}

fn said_of_quotation(article: &View, id: QuotationId) -> String {
    let q = article.quotation(id);
    let who = article.voices.of_quotation(id).map_or("", |v| v.label.as_str());
    format!(
        "Quotation {}, {}, {}, {}, {}.",
        article.voices.numbers[id as usize],
        lede::view::wording::quotation_kind(q.kind),
        who,
        lede::view::wording::confidence(q.confidence),
        article.place_of(q.block),
    )
}

fn said_of_entity(article: &View, id: EntityId) -> String {
    let entity = article.entity(id);
    format!(
        "{}, {}, {}.",
        entity.name,
        lede::view::wording::entity_kind(entity.kind),
        lede::view::wording::count(entity.mentions.len(), "mention", "mentions")
    )
}

fn capitalised(words: &str) -> String {
    let mut chars = words.chars();
    match chars.next() {
        Some(first) => first.to_uppercase().chain(chars).collect(),
        None => String::new(),
    }
}
