#include "api/application.hpp"

#include "api/articles.hpp"
#include "api/changes.hpp"
#include "api/events.hpp"
#include "api/keys.hpp"
#include "api/operations.hpp"
#include "api/stories.hpp"
#include "api/stream.hpp"
#include "api/timeline.hpp"
#include "api/web_pages.hpp"

namespace throughline::api {

http::application make_application(services& with) {
    http::application app;
    add_articles(app.routes, with);
    add_stories(app.routes, with);
    add_timeline(app.routes, with);
    add_changes(app.routes, with);
    add_stream(app.routes, with);
    add_events(app.routes, with);
    add_operations(app.routes, with);
    add_web_pages(app.routes);
    if (!with.api_keys.empty())
        app.guard = [&with](const http::request& asked) { return check_key(asked, with.api_keys); };
    return app;
}

}  // namespace throughline::api
