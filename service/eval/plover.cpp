// `throughline-eval plover`: the PLOVER root of what a marked source does to a marked target.
#include "eval/commands.hpp"
#include "eval/files.hpp"
#include "eval/marked_pair.hpp"
#include "eval/story_index.hpp"

#include <boost/json.hpp>

#include <string>

namespace throughline::eval {
namespace {

namespace json = boost::json;

}  // namespace

void run_plover(const corpus_files& files) {
    std::string rows;
    for_each_line(read_file(files.input), [&](const std::string& line) {
        auto object = json::parse(line).as_object();
        object["root"] = plover_root(read_marked_pair(std::string(object.at("marked").as_string())));
        rows += json::serialize(object) + '\n';
    });
    write_file(files.output, rows);
}

}  // namespace throughline::eval
