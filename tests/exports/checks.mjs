// Every format with the reader that checks it, in the order of the contract.
import * as annotations from './formats/annotations.mjs';
import * as csv from './formats/csv.mjs';
import * as edtf from './formats/edtf.mjs';
import * as feeds from './formats/feeds.mjs';
import * as ical from './formats/ical.mjs';
import * as jsonld from './formats/jsonld.mjs';
import * as markdown from './formats/markdown.mjs';
import * as ninjs from './formats/ninjs.mjs';
import * as timelinejs from './formats/timelinejs.mjs';

export const checks = {
    'TimelineJS draws every dated event with its words for the date': timelinejs.check,
    'feedsmith reads the JSON Feed': feeds.checkJsonFeed,
    'feedsmith reads the Atom feed': feeds.checkAtom,
    'feedparser reads the Atom feed': feeds.checkFeedparser,
    'node-ical reads the calendar': ical.check,
    "Python's csv reads the table": csv.check,
    'edtf reads every date, and its bounds are the start and end': edtf.check,
    'markdown-it reads the chronology': markdown.check,
    'jsonld expands the linked data': jsonld.check,
    'ajv takes the ninjs item': ninjs.check,
    'the annotations are valid and point at their words': annotations.check,
};
