# publicity-check as an image, for CI systems that run jobs in one: docker build -t publicity-check .
FROM python:3.12-slim AS build
COPY . /source
RUN python -m pip wheel --no-deps --wheel-dir /wheels /source

FROM python:3.12-slim
# Text in pictures is read in all languages of the Union.
RUN apt-get update && apt-get install --yes --no-install-recommends tesseract-ocr $(for code in \
      bul ces dan deu ell spa est fin fra gle hrv hun ita lit lav mlt nld pol por ron slk slv swe; \
      do echo tesseract-ocr-$code; done) && rm -r /var/lib/apt/lists/*
COPY --from=build /wheels /wheels
RUN python -m pip install --no-cache-dir /wheels/*.whl && rm -r /wheels && useradd --create-home checker
USER checker
WORKDIR /site
ENTRYPOINT ["publicity-check"]
CMD ["check", "."]
