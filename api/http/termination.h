// The signals that end the service.
#pragma once

namespace madoguchi::api::http {

/// Made in main() before any thread: SIGTERM and SIGINT then wait for wait() instead of ending the
/// process.
class Termination {
  public:
    Termination();
    /// Returns when one of the two has come.
    void wait();
};

}  // namespace madoguchi::api::http
