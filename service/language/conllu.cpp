#include "language/conllu.hpp"

#include "text/utf8.hpp"

#include <algorithm>

namespace throughline::language {
namespace {

/// Whether a token is written together with the word before it as one surface token: "do" + "n't", "Paris" + "'s".
bool leans_on_previous(const document& doc, std::uint32_t token) {
    const auto& it = doc.tokens[token];
    if (it.space_before || token == 0 || doc.tokens[token - 1].sentence != it.sentence) return false;
    if (it.penn == xpos::pos) return true;
    if (!text::is_alphabetic(text::last_kind(doc.word(token - 1)))) return false;
    const auto word = doc.word(token);
    const auto first = text::first_kind(word);
    return text::is_alphabetic(first) ||
           (first == text::char_kind::apostrophe && text::is_alphabetic(text::last_kind(word)));
}

void append_number(std::string& out, std::uint32_t value) { out += std::to_string(value); }

void append_token(const document& doc, std::uint32_t token, bool space_after, std::string& out) {
    const auto& it = doc.tokens[token];
    const auto first = doc.sentences[it.sentence].tokens.first;
    append_number(out, token - first + 1);
    out += '\t';
    out += doc.word(token);
    out += '\t';
    out += it.lemma.empty() ? "_" : it.lemma;
    out += '\t';
    out += name(it.pos);
    out += '\t';
    out += name(it.penn);
    out += "\t_\t";
    append_number(out, it.head == token::no_head ? 0 : it.head - first + 1);
    out += '\t';
    out += name(it.relation);
    out += space_after ? "\t_\t_\n" : "\t_\tSpaceAfter=No\n";
}

/// The sentence as its tokens spell it: white space of any length and kind is one blank.
void append_text(const document& doc, const sentence& it, std::string& out) {
    out += "# text = ";
    for (auto token = it.tokens.first; token < it.tokens.last; ++token) {
        if (token > it.tokens.first && doc.tokens[token].space_before) out += ' ';
        out += doc.word(token);
    }
    out += '\n';
}

void append_sentence(const document& doc, const sentence& it, std::string& out) {
    append_text(doc, it, out);
    for (auto token = it.tokens.first; token < it.tokens.last; ++token) {
        auto last = token + 1;
        if (!leans_on_previous(doc, token))
            while (last < it.tokens.last && leans_on_previous(doc, last)) ++last;
        const auto space_after = [&](std::uint32_t next) {
            return next >= doc.tokens.size() || doc.tokens[next].space_before;
        };
        const bool several = last > token + 1;
        if (several) {
            append_number(out, token - it.tokens.first + 1);
            out += '-';
            append_number(out, last - it.tokens.first);
            out += '\t';
            out += doc.words(doc.extent({token, last}));
            out += "\t_\t_\t_\t_\t_\t_\t_\t";
            out += space_after(last) ? "_\n" : "SpaceAfter=No\n";
        }
        for (auto part = token; part < last; ++part) append_token(doc, part, several || space_after(part + 1), out);
        token = last - 1;
    }
    out += '\n';
}

}  // namespace

void append_conllu(const document& doc, std::string_view name, std::string& out) {
    std::string id(name);
    std::replace_if(
        id.begin(), id.end(), [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }, '_');
    out.append("# newdoc id = ").append(id) += '\n';
    for (std::size_t i = 0; i < doc.sentences.size(); ++i) {
        if (i == 0 || doc.sentences[i - 1].paragraph != doc.sentences[i].paragraph) out += "# newpar\n";
        out.append("# sent_id = ").append(id) += '-';
        append_number(out, static_cast<std::uint32_t>(i + 1));
        out += '\n';
        append_sentence(doc, doc.sentences[i], out);
    }
}

}  // namespace throughline::language
