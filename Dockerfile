# publicity-check as an image, for CI systems that run jobs in one: docker build -t publicity-check .
FROM python:3.12-slim AS build
COPY . /source
RUN python -m pip wheel --no-deps --wheel-dir /wheels /source

FROM python:3.12-slim
COPY --from=build /wheels /wheels
RUN python -m pip install --no-cache-dir /wheels/*.whl && rm -r /wheels && useradd --create-home checker
USER checker
WORKDIR /site
ENTRYPOINT ["publicity-check"]
CMD ["check", "."]
