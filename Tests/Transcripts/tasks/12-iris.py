# Logistic regression on Fisher's irises, with a confusion matrix of those kept aside.

import numpy as np
from same import split, tell
from sklearn.datasets import load_iris
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import accuracy_score, confusion_matrix
from sklearn.preprocessing import StandardScaler

points, classes = load_iris(return_X_y=True)
points, kept_points, classes, kept_classes = split(points, classes, test=0.3, seed=1)
scaler = StandardScaler().fit(points)
# A column of ones in the place of the intercept, so that it is decayed like the weights.
x, kept = (np.c_[scaler.transform(p), np.ones(len(p))] for p in (points, kept_points))
model = LogisticRegression(C=1, fit_intercept=False, tol=1e-12, max_iter=10_000)
model.fit(x, classes)
predictions = model.predict(kept)
print(accuracy_score(kept_classes, predictions))
print(confusion_matrix(kept_classes, predictions))

# numbers
because = "both stop before the minimum, LogisticRegression where its steps become short"
tell("weights(net)", model.coef_[:, :-1].T, 1e-5, because)
tell("biases(net)", model.coef_[:, -1], 1e-5, because)
tell("predict(net, kept)", model.predict_proba(kept), 1e-5, because)
tell("accuracy(net, kept)", accuracy_score(kept_classes, predictions))
tell("confusion.counts", confusion_matrix(kept_classes, predictions))
