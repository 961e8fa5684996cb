// A selector engine: `head >> ghostly-text=<text, URI-encoded>` yields an element that says whether people can read it.
(() => {
  const read = "READ";
  return {
    queryAll(root, body) {
      const answer = document.createElement("data");
      answer.textContent = read(decodeURIComponent(body));
      return [answer];
    },
  };
})()
