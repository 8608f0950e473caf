// throughline-train: makes the model files of service/language/models from annotated corpora.
#include "language/lemmatizer.hpp"
#include "language/tagger.hpp"
#include "language/trainer/corpus.hpp"
#include "language/trainer/train_lemmas.hpp"
#include "language/trainer/train_tagger.hpp"

#include <CLI/CLI.hpp>

#include <exception>
#include <iostream>
#include <string>

namespace throughline::language {
namespace {

struct options {
    std::string treebank;
    std::string news;
    std::string wordnet;
    std::string out;
    bool held_out = false;
};

constexpr std::size_t held_out_every = 9;  // one document in so many is kept for measuring

void split(std::vector<gold_sentence>& all, std::vector<gold_sentence>& held_out) {
    std::vector<gold_sentence> kept;
    std::size_t document = 0;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (i > 0 && all[i].document != all[i - 1].document) ++document;
        (document % held_out_every == 4 ? held_out : kept).push_back(all[i]);
    }
    all = std::move(kept);
}

document as_document(const gold_sentence& s) {
    document doc;
    for (const auto& w : s.words) {
        if (w.space_before && !doc.text.empty()) doc.text += ' ';
        token t;
        t.where.begin = static_cast<std::uint32_t>(doc.text.size());
        doc.text += w.form;
        t.where.end = static_cast<std::uint32_t>(doc.text.size());
        t.space_before = w.space_before;
        doc.tokens.push_back(t);
    }
    doc.sentences.push_back({{0, static_cast<std::uint32_t>(doc.tokens.size())}, {}, 0});
    return doc;
}

void measure(const model_writer& tag_model, const model_writer& lemma_model,
             const std::vector<gold_sentence>& sentences) {
    const auto tag_bytes = tag_model.bytes(), lemma_bytes = lemma_model.bytes();
    const tagger tags(tag_bytes);
    const lemmatizer lemmas(lemma_bytes);
    std::size_t words = 0, pos = 0, penn = 0, lemma = 0;
    for (const auto& s : sentences) {
        auto doc = as_document(s);
        tags.tag(doc);
        lemmas.lemmatize(doc);
        for (std::size_t i = 0; i < s.words.size(); ++i) {
            ++words;
            pos += doc.tokens[i].pos == *s.words[i].pos;
            penn += doc.tokens[i].penn == *s.words[i].penn;
            lemma += doc.tokens[i].lemma == s.words[i].lemma;
        }
    }
    const auto share = [&](std::size_t n) { return 100.0 * static_cast<double>(n) / static_cast<double>(words); };
    std::cerr << words << " words, UPOS " << share(pos) << ", XPOS " << share(penn) << ", lemmas " << share(lemma)
              << "; " << tag_bytes.size() << " + " << lemma_bytes.size() << " bytes\n";
}

void run(const options& o) {
    auto treebank = read_conllu(o.treebank);
    const auto news = o.news.empty() ? std::vector<gold_sentence>{} : read_tagged_news(o.news);
    std::vector<gold_sentence> held_out;
    if (o.held_out) split(treebank, held_out);
    const auto tags = train_tagger(treebank, news);
    const auto lemmas = train_lemmas(treebank, o.wordnet);
    if (o.held_out) return measure(tags, lemmas, held_out);
    tags.write(o.out + "/tagger.bin");
    lemmas.write(o.out + "/lemmas.bin");
}

}  // namespace
}  // namespace throughline::language

int main(int argc, char** argv) {
    CLI::App app{"throughline-train: makes the models of service/language/models"};
    throughline::language::options o;
    app.add_option("--treebank", o.treebank, "CoNLL-U file")->required();
    app.add_option("--news", o.news, "words with Penn tags, one a line");
    app.add_option("--wordnet", o.wordnet, "WordNet's folder with *.exc and index.*");
    app.add_option("--out", o.out, "folder for the models");
    app.add_flag("--hold-out", o.held_out, "keep every ninth document, measure on it and write nothing");
    CLI11_PARSE(app, argc, argv);
    try {
        throughline::language::run(o);
    } catch (const std::exception& error) {
        std::cerr << error.what() << '\n';
        return 1;
    }
    return 0;
}
