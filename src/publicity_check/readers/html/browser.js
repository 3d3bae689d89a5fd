/* Runs in a page that is drawn: tells where its texts and pictures lie, and then writes down what was seen of them. */
({
  begin() {
    for (const image of document.images) image.loading = "eager";
    this.texts = [];
    const left = "script,style,noscript,template,title,textarea,option";
    const walker = document.createTreeWalker(document.body || document.documentElement, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      if (node.data.trim() && !node.parentElement.closest(left)) this.texts.push(node);
    this.pictures = [...document.querySelectorAll("img,svg,video,canvas,input[type=image]")].filter(
      (one) => !one.parentElement.closest("svg"));
  },
  box(rect) {
    return [rect.left + scrollX, rect.top + scrollY, rect.width, rect.height];
  },
  places() {
    const boxes = (node) => {
      const range = document.createRange();
      range.selectNodeContents(node);
      return [...range.getClientRects()].map(this.box);
    };
    return {
      texts: this.texts.map((node) => [node.data.replace(/\s/g, "").length, boxes(node)]),
      pictures: this.pictures.map((one) => this.box(one.getBoundingClientRect())),
    };
  },
  words(element, which) {
    const said = getComputedStyle(element, which).content.match(/^"((?:[^"\\]|\\.)*\p{L}{2}(?:[^"\\]|\\.)*)"$/u);
    return said && element.checkVisibility() ? said[1] : "";
  },
  end(seenTexts, seenPictures) {
    this.sizes = this.pictures.map((one) => {
      const box = one.getBoundingClientRect();
      return one.tagName === "IMG" && getComputedStyle(one).objectFit === "fill"
        ? [Math.round(box.width), Math.round(box.height)] : null;
    });
    const before = [...document.querySelectorAll("body *")].map((one) => {
      const style = getComputedStyle(one);
      const image = one.checkVisibility() && style.backgroundImage.match(/url\([^)]*\)/);
      const box = one.getBoundingClientRect();
      const behind = image && Math.min(box.width, box.height) > 8
        ? `background-image:${image[0]};width:${Math.round(box.width)}px;height:${Math.round(box.height)}px` : "";
      return [one, behind, this.words(one, "::before"), this.words(one, "::after")];
    });
    for (const [one, behind, first, last] of before) {
      one.removeAttribute("style");
      if (behind) one.setAttribute("style", behind);
      if (first) one.prepend(Object.assign(document.createElement("span"), { textContent: first }));
      if (last) one.append(Object.assign(document.createElement("span"), { textContent: last }));
      for (const name of ["hidden", "popover", "bgcolor", "color"]) if (name in one) one.removeAttribute(name);
      if (one.tagName === "DETAILS" || one.tagName === "DIALOG") one.setAttribute("open", "");
    }
    const sizes = this.sizes;
    document.body && ["style", "hidden", "bgcolor", "text"].forEach((name) => document.body.removeAttribute(name));
    document.documentElement.removeAttribute("style");
    this.pictures.forEach((one, index) => {
      if (!seenPictures[index]) one.setAttribute("hidden", "");
      else if (sizes[index]) ["width", "height"].forEach((name, side) => one.setAttribute(name, sizes[index][side]));
    });
    this.texts.forEach((node, index) => {
      if (seenTexts[index] || !node.parentNode) return;
      const hidden = document.createElement(node.parentElement.closest("svg") ? "tspan" : "span");
      hidden.setAttribute("hidden", "");
      hidden.setAttribute("style", "display:none");
      node.replaceWith(hidden);
      hidden.append(node);
    });
    for (const one of document.querySelectorAll("style,link[rel~=stylesheet],script:not([type*=json])")) one.remove();
    return "<!DOCTYPE html>\n" + document.documentElement.outerHTML;
  },
})
