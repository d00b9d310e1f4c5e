package vn.quantriet.editing.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import vn.quantriet.editing.DraftPictures.Picture;
import vn.quantriet.ui.Formats;

/** What comes out with a draft beside its words, for whoever reviews it. Shows nothing when there is nothing. */
class NewPictures extends Section {

    /** @param pictures of the draft; those in the library already are passed over */
    NewPictures(List<Picture> pictures) {
        var coming = pictures.stream().filter(Picture::isNew).toList();
        setVisible(!coming.isEmpty());
        if (coming.isEmpty()) {
            return;
        }
        var list = new Div();
        list.addClassName("picture-choice");
        coming.forEach(picture -> list.add(item(picture)));
        addClassName("review-pictures");
        add(new H2(getTranslation("editing.review.pictures", Formats.number(coming.size(), getLocale()))), list);
    }

    /** The name is beside the picture and says as much as is known of it. */
    private static Anchor item(Picture picture) {
        var file = picture.attachment();
        var item = new Anchor(picture.href());
        item.addClassName("picture-item");
        item.setTarget("_blank");
        item.setRouterIgnore(true);
        if (file.type().isPicture()) {
            var image = new Image(picture.href(), "");
            image.getElement().setAttribute("loading", "lazy");
            item.add(image);
        }
        item.add(new Span(file.name()));
        return item;
    }
}
