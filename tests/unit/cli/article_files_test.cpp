#include "cli/article_files.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>
#include <stdexcept>

namespace cli = throughline::cli;
namespace fs = std::filesystem;

TEST_SUITE_BEGIN("cli");

namespace {

// A folder that goes with the test.
struct folder {
    folder() {
        std::string name = (fs::temp_directory_path() / "articles-XXXXXX").string();
        path = mkdtemp(name.data());
    }
    ~folder() { fs::remove_all(path); }

    std::string write(const std::string& name, const std::string& content) const {
        fs::create_directories((path / name).parent_path());
        std::ofstream(path / name) << content;
        return (path / name).string();
    }

    fs::path path;
};

std::vector<std::string> bodies(const std::vector<std::string>& paths) {
    cli::article_files files(paths);
    std::vector<std::string> found;
    while (auto article = files.next()) found.push_back(article->body);
    return found;
}

}  // namespace

TEST_CASE("a folder gives its articles of every kind in the order of their names") {
    const folder place;
    place.write("b.json", R"({"text":"b"})");
    place.write("a/inner.md", "# A");
    place.write("c.html", "<p>\"c\"");
    place.write("notes.csv", "x");
    place.write(".hidden.json", "{}");

    CHECK(bodies({place.path.string()}) == std::vector<std::string>{"# A", R"({"text":"b"})", "<p>\"c\""});
    cli::article_files files({place.path.string()});
    CHECK(files.next()->format == throughline::ingest::media::markdown);
    CHECK(files.next()->format == throughline::ingest::media::json);
    CHECK(files.next()->format == throughline::ingest::media::html);
    CHECK(cli::article_files({place.path.string()}).total() == 3);
}

TEST_CASE("a folder with odd entries gives the others, and says which file cannot be read") {
    const folder place;
    place.write("a.md", "# A");
    place.write("gone.md", "");
    fs::create_directory_symlink(place.path, place.path / "loop");
    fs::create_symlink(place.path / "nowhere.txt", place.path / "link.txt");

    cli::article_files files({place.path.string()});
    fs::remove(place.path / "gone.md");
    std::vector<std::string> problems;
    while (auto article = files.next())
        problems.push_back(article->label.substr(article->label.rfind('/') + 1) + ": " + article->problem);
    CHECK(problems ==
          std::vector<std::string>{"a.md: ", "gone.md: the file cannot be read", "link.txt: the file cannot be read"});
}

TEST_CASE("feeds and arrays give an article a line and an element") {
    const folder place;
    const auto feed = place.write("feed.ndjson", "{\"n\":1}\n\n{\"n\":2}");
    const auto list = place.write("list.json", " [{\"n\":3}, {\"n\":4}]");
    const auto broken = place.write("broken.json", "[{");

    CHECK(bodies({feed, list, broken}) ==
          std::vector<std::string>{R"({"n":1})", R"({"n":2})", R"({"n":3})", R"({"n":4})", "[{"});
    cli::article_files files({feed});
    CHECK_FALSE(files.total());
    CHECK(files.next()->label == feed + ":1");
    CHECK(files.next()->label == feed + ":3");
}

TEST_CASE("pages and texts are sent as they stand and a byte order mark hides no JSON") {
    const folder place;
    const auto page = place.write("page.html", "<p>caf\xe9");
    const auto text = place.write("text.txt",
                                  "\xff\xfe"
                                  "a");
    const auto marked = place.write("marked.json", "\xef\xbb\xbf[{\"n\":1}]");

    CHECK(bodies({page, text, marked}) == std::vector<std::string>{"<p>caf\xe9",
                                                                   "\xff\xfe"
                                                                   "a",
                                                                   R"({"n":1})"});
}

TEST_CASE("a path that cannot be read is an error at once") {
    const folder place;
    CHECK_THROWS_AS(cli::article_files({(place.path / "absent.json").string()}), std::runtime_error);
    CHECK_THROWS_AS(cli::article_files({place.write("a.pdf", "x")}), std::runtime_error);
}

TEST_SUITE_END();
