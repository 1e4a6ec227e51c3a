"""The pages for people, one module each; a page is added here and in the menu of ``templates/base.html.j2``."""

from fastapi import APIRouter

from hasila.web.pages import (
    about,
    actors,
    brief,
    conflicts,
    differences,
    documents,
    editing,
    home,
    otherwise,
    outlets,
    overview,
    read,
    review,
    review_figure,
    search,
    signing_in,
    statements,
    tally,
)

ROUTERS: tuple[APIRouter, ...] = (
    home.router,
    overview.router,
    read.router,
    tally.router,
    conflicts.router,
    brief.router,
    documents.router,
    editing.router,
    search.router,
    actors.router,
    outlets.router,
    about.router,
    signing_in.router,
    statements.router,
    review.router,
    differences.router,
    otherwise.router,
    review_figure.router,
)
